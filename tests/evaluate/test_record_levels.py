import pytest

from comity.evaluate.record_levels import Standing, levels_of, provisional_findings
from comity.terms.evaluation import Answer, EvaluationRecord, Finding, Level


def record(**answers):
    findings = tuple(
        Finding(f"F{i}", "t", "Q", Level(name.replace("_", "-")), Answer(answer))
        for i, (name, answer) in enumerate(answers.items())
    )
    return EvaluationRecord("EV", "t", "p", "i", "2020", "c", findings=findings)


def state(found, level):
    return next(s for s in levels_of(found) if s.level is level)


def test_nothing_is_provisional_when_all_below_is_met():
    full = record(need="yes", design="yes", process="yes", outcome="yes", cost_effectiveness="yes")
    assert provisional_findings(full) == {}
    assert all(s.standing is Standing.MET for s in levels_of(full))


def test_cost_effectiveness_without_an_outcome_is_provisional():
    found = record(need="yes", design="yes", process="yes", cost_effectiveness="yes")
    assert state(found, Level.COST_EFFECTIVENESS).blocked_by == (Level.OUTCOME,)
    assert provisional_findings(found) == {"F3": "provisional: outcome unanswered or negative"}


@pytest.mark.parametrize("answer", ["no", "unclear"])
def test_a_negative_or_unclear_level_holds_up_all_above(answer):
    found = record(need="yes", design=answer, process="yes", outcome="no")
    assert set(provisional_findings(found)) == {"F2", "F3"}
    assert not state(found, Level.DESIGN).provisional


def test_one_no_makes_a_level_negative():
    found = record(need="yes")
    both = (*found.findings, Finding("G", "t", "Q", Level.NEED, Answer.NO))
    mixed = EvaluationRecord("EV", "t", "p", "i", "2020", "c", findings=both)
    assert state(mixed, Level.NEED).standing is Standing.NEGATIVE


def test_a_level_without_findings_is_unanswered_and_not_provisional():
    assert state(record(), Level.OUTCOME).standing is Standing.UNANSWERED
    assert state(record(), Level.OUTCOME).reason == ""
