from datetime import date
from itertools import combinations, product

import pytest

from comity.authorities.combination import account_of, has_sunset_risk
from comity.authorities.combine import QUICKEST, SMALLEST, CombinationWeights, combine
from comity.authorities.query import Query
from comity.terms.authority import Verdict
from comity.terms.errors import InputError
from tests.authorities.asking import partner

START = date(2027, 3, 1)


def need(activity, recipient="military", purpose="counterterrorism", **more):
    return Query(activity, START, purpose=purpose, recipient=recipient, partner=partner(), **more)


PACKAGE = [need("train"), need("train", "police"), need("exercise", purpose="")]


def price(records, choice, weights):
    """The price of a set by hand, from the definition of the weights."""
    approvers = {a for r in records for a in r.approval.approvers}
    accounts = {account_of(r) for r in records}
    return (
        weights.authority * len(records)
        + weights.approver * len(approvers)
        + weights.account * len(accounts)
        + weights.report * sum(len(r.reports) for r in records)
        + weights.sunset * sum(has_sunset_risk(r, START) for r in records)
        + weights.wait_day * max(j.wait for j in choice)
        + weights.check * sum(j.verdict is Verdict.CHECK for j in choice)
        + weights.loose * sum(j.looseness for j in choice)
    )


def by_hand(found, weights, *, allow_checks):
    """The cheapest choice of one carrier for each need, by trying all of them."""
    carriers = []
    for answer in found.answers:
        sure = [*answer.usable, *answer.conditional]
        carriers.append(sure + list(answer.to_check) if allow_checks else sure)
    best = None
    for choice in product(*carriers):
        records = list({j.authority.id: j.authority for j in choice}.values())
        cost = price(records, choice, weights)
        best = cost if best is None else min(best, cost)
    return best


@pytest.mark.parametrize(
    "weights", [SMALLEST, QUICKEST, CombinationWeights(authority=0, wait_day=5)]
)
def test_the_solver_finds_the_cheapest_set_of_all(weights):
    found = combine(PACKAGE, weights=weights, allow_checks=False)
    assert found.options[0].cost == pytest.approx(by_hand(found, weights, allow_checks=False))


def test_one_authority_is_preferred_where_it_carries_everything():
    found = combine([need("train"), need("equip"), need("sustain")])
    assert found.single
    assert [r.id for r in found.options[0].authorities] == ["T10-333"]
    assert found.options[0].notify_by == date(2027, 2, 14)


def test_sets_differ_and_get_no_cheaper():
    found = combine(PACKAGE, most=4)
    sets = [frozenset(r.id for r in option.authorities) for option in found.options]
    assert not any(one <= other for one, other in combinations(sets, 2))
    costs = [option.cost for option in found.options]
    assert costs == sorted(costs)


def test_the_quickest_waits_no_longer_than_the_smallest():
    small, quick = combine(PACKAGE), combine(PACKAGE, weights=QUICKEST)
    assert quick.options[0].wait <= small.options[0].wait


def test_what_nobody_carries_is_named_with_its_near_misses():
    found = combine(
        [
            need("train", aim="build-capacity"),
            need("educate", "irregular", purpose="professional-development"),
        ]
    )
    assert [query.recipient for query in found.uncovered] == ["irregular"]
    told = found.to_dict()["uncovered"][0]
    assert told["near_misses"]
    assert "no authority carries educate for irregular" in found.provenance.dropped
    assert found.options[0].authorities[0].id == "T10-333"


def test_nothing_at_all_gives_no_set():
    found = combine([need("educate", "irregular", purpose="professional-development")])
    assert found.options == ()
    assert not found.single


def test_checks_may_be_shut_out():
    query = need("intelligence-sharing", purpose="military-intelligence")
    assert combine([query]).options[0].to_check
    assert combine([query], allow_checks=False).options == ()


def test_a_package_has_at_least_one_need():
    with pytest.raises(InputError, match="1 to 24 needs"):
        combine([])


def test_plain_values_carry_the_disclaimer_and_the_weights():
    told = combine(PACKAGE).to_dict()
    carried = [item for option in told["options"] for item in option["carries"]]
    assert all(step["text"] for item in carried for step in item["conditions"])
    assert any(step["by"] for item in carried for step in item["conditions"])
    assert "not legal advice" in told["disclaimer"]
    assert told["weights"]["authority"] == SMALLEST.authority
    assert len(told["options"][0]["carries"]) == 3
