from datetime import date

import pytest

from comity.authorities.gates.registry import GATES, gate
from comity.terms.authority import Outcome
from comity.terms.errors import UnknownName


def test_the_issue_s_gates_are_there():
    assert set(GATES) == {
        "leahy",
        "notice-333",
        "ame-383",
        "construction",
        "child-soldiers",
        "coup",
        "country-caps",
        "excess-articles",
    }


@pytest.mark.parametrize("name", sorted(GATES))
def test_with_no_facts_no_gate_passes_and_each_says_what_is_missing(name):
    item = gate(name)
    result = item.judge(item.facts(), date(2027, 3, 1))
    assert result.gate == name
    assert result.outcome is not Outcome.PASS
    assert all(reason.text for reason in result.reasons)


def test_an_unknown_gate_is_refused_with_what_there_is():
    with pytest.raises(UnknownName, match="Gates: leahy"):
        gate("lehy")
