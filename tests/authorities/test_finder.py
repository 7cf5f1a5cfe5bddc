from dataclasses import replace
from datetime import date

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.finder import find
from comity.authorities.query import Query
from comity.terms.authority import Certainty, Verdict
from comity.terms.errors import UnknownName
from tests.authorities.asking import changed, partner

QUERY = Query(
    "train",
    date(2027, 3, 1),
    purpose="counterterrorism",
    partner=partner(),
    amount=5_000_000,
)


def test_every_record_answers_and_output_says_what_it_is():
    answer = find(QUERY).to_dict()
    assert len(answer["all"]) == len(catalogue())
    assert "not legal advice" in answer["disclaimer"]
    for row in answer["all"]:
        assert row["certainty"] in set(Certainty)
        assert row["reasons"], row["id"]
        assert row["verdict"] in set(Verdict)


def test_the_best_made_authority_comes_first():
    assert find(QUERY).conditional[0].authority.id == "T10-333"


def test_a_recalled_record_is_at_best_a_check():
    weak = changed("T10-333", certainty=Certainty.RECALLED)
    judgement = find(QUERY, weak)["T10-333"]
    assert (judgement.verdict, judgement.leaning) == (Verdict.CHECK, "yes")
    police = replace(QUERY, recipient="ministry")
    judgement = find(police, weak)["T10-333"]
    assert (judgement.verdict, judgement.leaning) == (Verdict.CHECK, "no")
    assert "recalled, not read" in " ".join(judgement.reasons)
    assert find(police)["T10-333"].verdict is Verdict.NOT_USABLE


def test_a_record_with_nothing_read_answers_check_and_a_repealed_one_is_not_usable():
    unread = replace(catalogue()["T10-336"].validity, status="check", ends=None)
    judgement = find(QUERY, changed("T10-336", validity=unread))["T10-336"]
    assert judgement.verdict is Verdict.CHECK
    assert find(QUERY)["T10-336"].verdict is Verdict.NOT_USABLE


def test_without_a_partner_limits_become_conditions():
    answer = find(replace(QUERY, partner=None))
    told = " ".join(answer["NDAA16-1250"].reasons)
    assert answer["NDAA16-1250"].verdict is Verdict.CONDITIONAL
    assert "if the partner is one of: UKR" in told


def test_lists_nobody_looked_at_are_to_be_confirmed_with_their_citation():
    answer = find(replace(QUERY, partner=partner(cleared=())))
    assert any("coup (annual SFOPS s7008" in text for text in answer.to_confirm)
    assert find(QUERY).to_confirm == ()


def test_adding_a_listing_never_makes_anything_more_usable():
    order = [Verdict.NOT_USABLE, Verdict.CHECK, Verdict.CONDITIONAL, Verdict.USABLE]
    free = find(QUERY)
    for name in ("coup", "child-soldiers", "state-sponsor", "default"):
        barred = find(replace(QUERY, partner=partner(listed=(name,))))
        for record in catalogue():
            before, after = free[record.id].verdict, barred[record.id].verdict
            assert order.index(after) <= order.index(before), (name, record.id)


def test_restrictions_say_how_they_stand():
    answer = find(replace(QUERY, partner=partner(listed=("coup",))))
    assert "barred: listed (coup)" in answer["S7008"].reasons[0]
    assert "clear: not listed" in answer["CSPA"].reasons[0]
    assert answer["S7008"].role == "restricts"


def test_a_companion_and_an_account_carry_nothing_alone():
    answer = find(replace(QUERY, activity="relief", recipient="population", purpose="humanitarian"))
    assert answer["T10-385"].role == "companion"
    assert answer["APPR-OHDACA"].role == "money"
    assert not {"T10-385", "APPR-OHDACA"} & {j.authority.id for j in answer.conditional}


def test_the_frame_has_a_row_for_each_record():
    frame = find(QUERY).to_frame()
    assert len(frame) == len(catalogue())
    assert {"id", "verdict", "certainty", "reasons"} <= set(frame.columns)


def test_a_record_that_is_not_there_is_not_answered():
    with pytest.raises(UnknownName, match="no authority called 'T10-33'"):
        find(QUERY)["T10-33"]
