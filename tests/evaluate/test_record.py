from dataclasses import replace
from datetime import date

import pytest

from comity.evaluate.record import check_record, quality_items, self_assessed_share
from comity.evaluate.record_file import blank_record, parse_record
from comity.terms.evaluation import Coverage, Criterion, EvaluationRecord, QualityReview, Redaction
from comity.terms.shortcoming import grave
from tests.evaluate.records import DAY, but, example


def wanting(record, as_of=DAY):
    return [(one.code, one.where) for one in grave(check_record(record, as_of))]


def test_the_worked_example_is_complete():
    assert wanting(example()) == []
    assert all(item.met for item in quality_items(example()))


def test_what_rests_on_a_withheld_item_but_is_published_is_pointed_out():
    record = example()
    told = {one.where for one in check_record(record, DAY) if one.code == "E16"}
    assert told == {"recommendation R4"}
    only = replace(record.public_summary, redactions=record.public_summary.redactions[:1])
    found = [o for o in check_record(replace(record, public_summary=only), DAY) if o.code == "E16"]
    assert [one.where for one in found] == ["finding F7"]
    assert "rests on E7, which is withheld" in found[0].message
    assert not found[0].must
    source = replace(only, redactions=(replace(only.redactions[0], item="S3"),))
    found = [
        o for o in check_record(replace(record, public_summary=source), DAY) if o.code == "E16"
    ]
    assert [one.where for one in found] == ["evidence E6"]


def test_the_blank_record_says_what_is_wanting():
    codes = {code for code, _ in wanting(parse_record(blank_record()))}
    assert codes == {"E02", "E05", "E06", "E07", "E08", "E13"}


def test_an_empty_record_is_far_from_complete():
    empty = EvaluationRecord("EV", "t", "p", "i", "2020", "c")
    codes = {code for code, _ in wanting(empty)}
    assert codes >= {"E02", "E03", "E04", "E06", "E08", "E10", "E13"}
    assert not any(item.met for item in quality_items(empty))


@pytest.mark.parametrize(
    ("kind", "name", "changes", "expected"),
    [
        ("findings", "F1", {"evidence": ()}, ("E03", "finding F1")),
        ("findings", "F1", {"evidence": ("E99",)}, ("E03", "finding F1")),
        ("conclusions", "C2", {"findings": ()}, ("E04", "conclusion C2")),
        ("conclusions", "C2", {"findings": ("F99",)}, ("E04", "conclusion C2")),
        ("recommendations", "R1", {"owner": " "}, ("E05", "recommendation R1")),
        ("recommendations", "R1", {"due": None}, ("E05", "recommendation R1")),
        ("recommendations", "R1", {"due": date(2020, 1, 1)}, ("E05", "recommendation R1")),
        ("recommendations", "R1", {"conclusions": ()}, ("E05", "recommendation R1")),
        ("designs", "D1", {"limits": ""}, ("E06", "design D1")),
        ("findings", "F1", {"design": ""}, ("E06", "finding F1")),
        ("findings", "F1", {"design": "D9"}, ("E06", "finding F1")),
        ("data", "S1", {"vintage": ""}, ("E07", "data S1")),
        ("evidence", "E1", {"data": ("S9",)}, ("E07", "evidence E1")),
        ("evidence", "E1", {"data": (), "location": ""}, ("E07", "evidence E1")),
        ("evidence", "E1", {"reviewed_by": "J. Tolland"}, ("E09", "evidence E1")),
        ("findings", "F1", {"question": "Q9"}, ("E10", "finding F1")),
        ("findings", "F4", {"question": "Q1"}, ("E10", "question Q4")),
        ("findings", "F4", {"text": "Training caused the gain."}, ("E11", "finding F4")),
    ],
)
def test_each_rule_once(kind, name, changes, expected):
    assert wanting(but(example(), kind, name, **changes)) == [expected]


def test_two_items_of_one_name():
    assert ("E01", "E1") in wanting(but(example(), "evidence", "E2", id="E1"))


def test_every_criterion_is_covered_or_says_why():
    record = example()
    short = replace(record, criteria=record.criteria[1:])
    assert wanting(short) == [("E02", "criterion relevance")]
    silent = [replace(c, reason="") for c in record.criteria]
    assert wanting(replace(record, criteria=tuple(silent))) == [("E02", "criterion impact")]
    claimed = [replace(c, covered=True) for c in record.criteria]
    assert wanting(replace(record, criteria=tuple(claimed))) == [("E02", "criterion impact")]
    denied = [Coverage(Criterion.RELEVANCE, covered=False, reason="no"), *record.criteria[1:]]
    assert wanting(replace(record, criteria=tuple(denied))) == [("E02", "criterion relevance")]


def test_independence():
    record = example()
    assert wanting(replace(record, independence="")) == [("E08", "independence")]
    assert self_assessed_share(record) == 0.25
    own = tuple(replace(one, took_part=True) for one in record.evaluators)
    assert wanting(replace(record, evaluators=own)) == [("E08", "evaluators")]
    assert self_assessed_share(replace(record, evaluators=())) is None


def test_the_reviewer_is_not_one_of_the_evaluators():
    own = QualityReview("M. Adeyra", date(2026, 6, 22))
    assert wanting(example(quality_review=own)) == [("E13", "quality review")]
    assert wanting(example(quality_review=QualityReview())) == [("E13", "quality review")]


@pytest.mark.parametrize(
    "redaction",
    [Redaction("E7", "", "officer"), Redaction("E7", "harm", ""), Redaction("X", "r", "o")],
)
def test_a_redaction_names_an_item_a_reason_and_who_decided(redaction):
    record = example()
    summary = replace(record.public_summary, redactions=(redaction,))
    assert [code for code, _ in wanting(replace(record, public_summary=summary))] == ["E14"]


def test_the_public_summary_is_due():
    record = example()
    unposted = replace(record.public_summary, posted=None)
    late = replace(record, public_summary=unposted)
    assert wanting(late, date(2026, 9, 28)) == []
    assert wanting(late, date(2026, 9, 29)) == [("E15", "public summary")]
    unwritten = replace(record, public_summary=replace(unposted, text=""))
    assert wanting(unwritten, date(2026, 7, 1)) == [("E15", "public summary")]


def test_provisional_and_unused_are_advice():
    advice = [
        (one.code, one.where)
        for one in check_record(but(example(), "findings", "F4", evidence=("E6",)), DAY)
        if not one.must
    ]
    assert ("E12", "finding F4") in advice
    assert ("E17", "evidence E4") in advice


def test_quality_items_count():
    items = quality_items(but(example(), "findings", "F1", evidence=()))
    assert items[1].to_dict() == {
        "item": "Every finding cites evidence",
        "met": False,
        "detail": "6 of 7",
    }
