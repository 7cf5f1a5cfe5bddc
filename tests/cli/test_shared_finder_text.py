from dataclasses import replace
from datetime import date

from comity.authorities.catalogue import catalogue
from comity.authorities.combine import combine
from comity.authorities.finder import find
from comity.authorities.query import Query
from comity.cli.shared_finder_text import answer_lines, combination_lines, text_lines
from tests.authorities.asking import partner

QUERY = Query(
    "train",
    date(2027, 3, 1),
    purpose="counterterrorism",
    partner=partner(cleared=()),
    today=date(2027, 2, 20),
)


def text(query=QUERY, *, detail=1, everything=False):
    return "\n".join(answer_lines(find(query), detail=detail, everything=everything))


def test_the_answer_has_every_part_a_planner_needs():
    said = text()
    verified = sum(record.certainty == "verified" for record in catalogue()) / len(catalogue())
    for part in (
        "Planning aid, not legal advice",
        f"{verified:.0%} verified",
        "USABLE WITH CONDITIONS: ",
        "10 USC 333  Foreign security forces: authority to build capacity  [verified]",
        "wait 15 days; money: O&M Defense-wide, DSCA only; approval: SecDef, SecState",
        "TOO LATE: that day is past.",
        "CHECK (not ruled out, not confirmed): ",
        "NEAREST MISSES",
        "CONFIRM FIRST",
        "coup (annual SFOPS s7008",
        "more records answer as well",
    ):
        assert part in said, part


def test_everything_lists_every_other_record_with_its_reason():
    said = text(everything=True)
    assert "EVERY OTHER RECORD: " in said
    assert "NDAA04-1022 (PL 108-136 s1022): check" in said.replace("\n    ", " ")


def test_nothing_usable_is_said_plainly():
    bare = replace(QUERY, activity="educate", recipient="irregular", purpose="")
    assert "Nothing in the catalogue is usable for this, as far as it was read." in text(bare)


def test_sets_say_who_carries_what():
    odd = replace(QUERY, activity="educate", recipient="irregular", purpose="")
    said = "\n".join(combination_lines(combine([QUERY, replace(QUERY, activity="equip"), odd])))
    assert "1. 10 USC 333" in said
    assert "- equip for military: 10 USC 333 [verified]" in said
    assert "NOBODY CARRIES: educate for irregular" in said
    assert "Weights are Comity defaults" in said


def test_lines_hang_under_their_mark():
    lines = list(text_lines("word " * 60, 2, "- "))
    assert lines[0].startswith("  - word")
    assert lines[1].startswith("    word")
