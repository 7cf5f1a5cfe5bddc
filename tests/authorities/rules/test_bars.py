from datetime import date

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.query import Query
from comity.authorities.rules.bars import judge, reach, restrictions, standing
from comity.terms.authority import Answer
from tests.authorities.asking import partner

DAY = date(2027, 3, 1)


def barred(authority, query):
    record = catalogue()[authority]
    found, steps = judge(record, record.fit, query, restrictions(catalogue().records, query))
    return [(finding.by, finding.answer) for finding in found], [step.text for step in steps]


def query(activity="train", **more):
    return Query(activity, DAY, **({"partner": partner()} | more))


@pytest.mark.parametrize("authority", ["T10-331", "T10-333", "T10-349", "T10-350", "T10-352"])
def test_the_coup_rider_reaches_sections_that_bar_what_other_law_bars(authority):
    """10 USC 333(d)(1) and the like clauses of 331, 349, 350 and 352."""
    found, _ = barred(authority, query(partner=partner(listed=("coup",))))
    assert ("S7008", Answer.NO) in found


@pytest.mark.parametrize(
    ("authority", "answer"),
    [("FAA-541", Answer.NO), ("FAA-551", Answer.NO), ("AECA-23", Answer.NO), ("T10-321", None)],
)
def test_the_coup_rider_reaches_money_of_the_foreign_operations_act(authority, answer):
    found = dict(barred(authority, query(partner=partner(listed=("coup",))))[0])
    assert found.get("S7008") is answer


@pytest.mark.parametrize(
    ("authority", "answer"),
    [
        ("FAA-516", Answer.NO),
        ("FAA-541", Answer.NO),
        ("FAA-551", Answer.NO),
        ("AECA-23", Answer.NO),
        ("T10-333", Answer.CHECK),
        ("T10-321", None),
    ],
)
def test_the_child_soldier_bar_names_five_tools(authority, answer):
    """22 USC 2370c-1; whether it reaches section 333 through its clause is not clear."""
    found = dict(barred(authority, query("equip", partner=partner(listed=("child-soldiers",))))[0])
    assert found.get("CSPA") is answer


def test_a_list_nobody_looked_at_is_to_be_confirmed():
    found, _ = barred("T10-333", query(partner=partner(cleared=())))
    assert ("S7008", Answer.IF) in found
    assert barred("T10-333", query())[0] == []


def test_a_recalled_restriction_rules_nothing_out():
    found = dict(barred("FAA-541", query(partner=partner(listed=("trafficking-tier-3",))))[0])
    assert found["TVPA-110"] is Answer.CHECK


def test_the_police_bar_and_its_exceptions():
    """22 USC 2420: exceptions for narcotics, maritime law enforcement, customs and others."""

    def answer(authority, purpose):
        asked = query("equip", recipient="police", purpose=purpose)
        return dict(barred(authority, asked)[0]).get("FAA-660")

    assert answer("FAA-551", "counterterrorism") is Answer.NO
    assert answer("FAA-551", "counternarcotics") is Answer.IF
    assert answer("FAA-551", "") is Answer.CHECK
    assert answer("FAA-571", "counterterrorism") is None  # its own law serves police
    assert answer("T10-333", "counterterrorism") is None  # not foreign-assistance money


def test_a_country_that_is_named():
    found = dict(barred("FAA-551", query(partner=partner("AZE", ())))[0])
    assert found["S907"] is Answer.CHECK
    assert "S907" not in dict(barred("FAA-551", query())[0])


def test_units_and_cases_become_steps():
    _, steps = barred("T10-333", query())
    assert any("gate leahy" in text for text in steps)
    _, steps = barred("FAA-551", query())
    assert any("State Leahy law" in text for text in steps)
    _, steps = barred("T10-311", query("exchange"))
    assert not any("Vet the unit" in text for text in steps)


def test_reach_is_by_family_by_id_or_through_a_clause():
    bar = catalogue()["S7008"].bar
    how = {
        i: reach(bar, catalogue()[i], catalogue()[i].fit) for i in ("FAA-541", "T10-333", "T10-321")
    }
    assert how == {"FAA-541": "direct", "T10-333": "through", "T10-321": ""}
    child = catalogue()["CSPA"].bar
    assert reach(child, catalogue()["T10-333"], catalogue()["T10-333"].fit) == "maybe"


def test_every_restriction_can_say_how_it_stands():
    for record in catalogue():
        if record.category == "restriction":
            assert standing(record, query()), record.id
    assert standing(catalogue()["T10-2249e"], query()) == "no rule of the finder is written for it"
    assert "name a partner" in standing(catalogue()["S7008"], query(partner=None))
    assert standing(catalogue()["T10-362"], query()) == "vet the unit"
