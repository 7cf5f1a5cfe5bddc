import pytest

from comity.terms.evaluation import Criterion, Design, DesignKind, EvaluationRecord, Level


def test_six_criteria_as_adopted_in_2019():
    """OECD DAC, 10 December 2019: coherence joined the five of 1991."""
    assert [c.value for c in Criterion] == [
        "relevance",
        "coherence",
        "effectiveness",
        "efficiency",
        "impact",
        "sustainability",
    ]
    assert all(c.asks.endswith("?") for c in Criterion)


def test_each_level_rests_on_those_below():
    assert Level.NEED.below == ()
    assert Level.COST_EFFECTIVENESS.below == (
        Level.NEED,
        Level.DESIGN,
        Level.PROCESS,
        Level.OUTCOME,
    )
    assert all(level.asks.endswith("?") for level in Level)


@pytest.mark.parametrize("kind", list(DesignKind))
def test_effect_is_earned_by_kind_and_by_testing_assumptions(kind):
    strong = kind.may_earn_effect
    assert Design("D", kind, "d", "l", "placebo years").earns_effect is strong
    assert Design("D", kind, "d", "l", "  ").earns_effect is False


def test_associations_never_earn_it():
    weak = {k for k in DesignKind if not k.may_earn_effect}
    assert weak >= {DesignKind.PANEL, DesignKind.CASES, DesignKind.BEFORE_AFTER, DesignKind.MATCHED}


def test_plain_values():
    record = EvaluationRecord("EV", "t", "p", "i", "2020", "c")
    assert record.to_dict()["public_summary"]["redactions"] == ()
