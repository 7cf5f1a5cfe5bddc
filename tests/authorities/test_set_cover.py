from datetime import date

import pytest

from comity.authorities.combination import CombinationWeights
from comity.authorities.finder import find
from comity.authorities.query import Query
from comity.authorities.set_cover import SetCover
from tests.authorities.asking import partner

NEEDS = [
    Query(activity, date(2027, 3, 1), purpose="counterterrorism", partner=partner())
    for activity in ("train", "equip")
]


def carriers(*wanted):
    """Only the authorities that are wanted, for each need."""
    return [tuple(j for j in find(need).conditional if j.authority.id in wanted) for need in NEEDS]


def test_one_for_both_beats_two_when_an_authority_has_its_price():
    cover = SetCover(NEEDS, carriers("T10-333", "FAA-541", "FAA-516"), CombinationWeights())
    assert [r.id for r in cover.solve(1)[0].authorities] == ["T10-333"]


def test_a_price_of_waiting_alone_turns_it_round():
    waiting = CombinationWeights(0, 0, 0, 0, 0, wait_day=1, check=0, loose=0)
    best = SetCover(NEEDS, carriers("T10-333", "T10-346"), waiting).solve(1)[0]
    assert ({r.id for r in best.authorities}, best.cost) == ({"T10-346"}, pytest.approx(0))
    made_for_it = CombinationWeights(0, 0, 0, 0, 0, wait_day=0, check=0, loose=1)
    best = SetCover(NEEDS, carriers("T10-333", "T10-346"), made_for_it).solve(1)[0]
    assert {r.id for r in best.authorities} == {"T10-333"}


def test_every_next_set_leaves_out_the_ones_before():
    cover = SetCover(NEEDS, carriers("T10-333", "FAA-551"), CombinationWeights())
    sets = [{r.id for r in option.authorities} for option in cover.solve(9)]
    assert sets == [{"T10-333"}, {"FAA-551"}]
