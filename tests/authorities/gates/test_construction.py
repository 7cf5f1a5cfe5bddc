from datetime import date

import pytest

from comity.authorities.gates.construction import ConstructionFacts, judge
from comity.terms.authority import Outcome
from comity.terms.errors import InputError


@pytest.mark.parametrize(
    ("day", "cost", "outcome"),
    [
        (date(2017, 6, 1), 750_000, Outcome.PASS),
        (date(2017, 6, 1), 750_001, Outcome.FAIL),
        (date(2023, 6, 30), 1_800_000, Outcome.FAIL),
        (date(2025, 6, 30), 1_800_000, Outcome.PASS),
        (date(2025, 6, 30), 2_000_001, Outcome.FAIL),
        (date(2015, 6, 30), 100, Outcome.UNKNOWN),
    ],
)
def test_each_project_against_the_ceiling_of_its_day(day, cost, outcome):
    assert judge(ConstructionFacts((cost,), papers_attached=True), day).outcome is outcome


def test_papers_above_the_threshold():
    day = date(2025, 6, 30)
    assert judge(ConstructionFacts((800_000,)), day).outcome is Outcome.UNKNOWN
    assert judge(ConstructionFacts((800_000,), papers_attached=False), day).outcome is Outcome.FAIL
    assert judge(ConstructionFacts((750_000,)), day).outcome is Outcome.PASS


def test_one_work_in_several_projects_is_one_work():
    day = date(2025, 6, 30)
    parts = ConstructionFacts((1_500_000, 1_500_000), papers_attached=True)
    assert judge(parts, day).outcome is Outcome.PASS
    whole = ConstructionFacts((1_500_000, 1_500_000), True, parts_of_one_work=True)
    assert judge(whole, day).outcome is Outcome.FAIL


def test_costs_are_above_zero():
    with pytest.raises(InputError, match="above zero"):
        ConstructionFacts((0,))
