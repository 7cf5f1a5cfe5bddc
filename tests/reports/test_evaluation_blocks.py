import re

from comity.reports.document_blocks import Heading, Note, Table
from comity.reports.evaluation_blocks import BANNER, evaluation_document
from tests.evaluate.records import DAY, but, example


def text_of(document):
    return str(document.to_dict())


def table_with(document, heading):
    return next(b for b in document.blocks if isinstance(b, Table) and heading in b.header)


def test_every_part_of_the_record_has_a_section():
    document = evaluation_document(example(), DAY)
    assert [b.text for b in document.blocks if isinstance(b, Heading)] == [
        "Summary",
        "Questions and criteria",
        "Design and its limits",
        "Data and evidence",
        "Findings",
        "Five levels",
        "Conclusions",
        "Recommendations",
        "Independence",
        "Quality review",
        "Publication and what is withheld",
    ]
    assert document.banner == BANNER
    assert "1 November 2026" in document.footer


def test_all_six_criteria_with_the_reason_for_the_one_that_is_not_covered():
    rows = table_with(evaluation_document(example(), DAY), "Criterion").rows
    assert [row[1] for row in rows] == ["covered"] * 4 + ["not covered", "covered"]
    assert "first counted in 2024" in rows[4][2]


def test_findings_carry_their_mark_and_what_they_rest_on():
    rows = {row[0]: row for row in table_with(evaluation_document(example(), DAY), "Finding").rows}
    assert rows["F4"][1].endswith("(Provisional: process unanswered or negative.)")
    assert "Provisional" not in rows["F1"][1]
    assert rows["F2"][5] == "E1, E2, D1"


def test_a_draft_says_what_is_wanting_and_the_public_version_only_that_it_is_one():
    draft = but(example(), "findings", "F1", evidence=())
    full = evaluation_document(draft, DAY)
    assert full.blocks[0] == Note("Draft: 1 thing is still to be mended.")
    assert "cites no evidence" in text_of(full)
    public = evaluation_document(draft, DAY, public=True)
    assert "Draft" in str(public.blocks[0])
    assert "cites no evidence" not in text_of(public)
    assert "Draft" not in text_of(evaluation_document(example(), DAY))


def test_the_public_version_withholds_and_gives_reasons():
    public = text_of(evaluation_document(example(), DAY, public=True))
    assert "radar" not in public
    assert "northern sector" not in public
    assert "Interview notes" not in public
    assert "could foreseeably do harm" in public
    assert "radar" in text_of(evaluation_document(example(), DAY))


def test_effect_is_not_a_word_of_an_association():
    words = text_of(evaluation_document(example(), DAY))
    assert not re.search(r"\beffects?\b", words)


def test_no_cell_is_empty():
    document = evaluation_document(example(recommendations=(), evidence=()), DAY)
    for block in document.blocks:
        if isinstance(block, Table):
            assert all(cell.strip() for row in block.rows for cell in row)
            assert len(block.widths) == len(block.header)
            assert abs(sum(block.widths) - 1) < 1e-9


def test_the_digest_follows_the_record():
    one, two = (evaluation_document(r, DAY).footer for r in (example(), example(title="Other")))
    assert one != two
