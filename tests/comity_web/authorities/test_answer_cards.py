from datetime import date

import pytest

from comity.authorities.answer_listing import answer_listing
from comity.authorities.finder import find
from comity_web.authorities.answer_cards import brief, groups, plan_query
from tests.comity_web.authorities.asked import KENYA, NOTHING, question


@pytest.fixture(scope="module")
def listing():
    return answer_listing(find(question(f"{KENYA}&today=2027-02-20").first))


def test_every_record_is_in_one_group(listing):
    shown = [card.record.id for group in groups(listing) for card in group.cards]
    assert sorted(shown) == sorted(j.authority.id for j in listing.answer.judgements)


def test_the_steps_with_a_day_come_first_and_a_past_day_is_told(listing):
    cards = {card.record.id: card for group in groups(listing) for card in group.cards}
    steps = cards["T10-333"].steps
    assert steps[0].by == date(2027, 2, 14)
    assert all(step.by is None for step in steps[1:])
    assert cards["T10-333"].late, "the notice was due on 14 February"
    assert not any(step.kind == "report" for step in steps)
    assert cards["T10-333"].reports


def test_only_the_first_of_a_group_stand_open_and_nothing_unusable(listing):
    found = {group.verdict: group for group in groups(listing)}
    assert [c.is_open for c in found["usable with conditions"].cards[:4]] == [
        True,
        True,
        True,
        False,
    ]
    assert not any(card.is_open for card in found["not usable"].cards)
    assert found["not usable"].in_short
    assert not found["usable with conditions"].in_short


def test_it_is_put_in_brief(listing):
    told = brief(listing.answer)
    assert "Made best for it: 10 USC 333" in told.conclusion
    assert f"{told.conditional} usable with conditions" in told.conclusion
    assert "train for military of Kenya" in told.question
    assert not told.nothing


def test_nothing_usable_is_said_with_the_nearest():
    told = brief(find(question(NOTHING).first))
    assert told.nothing
    assert told.conclusion.startswith("Nothing in the catalogue is usable")
    assert told.near


def test_a_plan_stands_in_the_fiscal_year_of_its_first_day():
    query = question(KENYA.replace("2027-03-01", "2026-10-01")).first
    assert plan_query("T10-333", query) == "fy=2027&plan=T10-333%3A2026-10-01%3Atrain%3Amilitary"
