import numpy as np
import pytest

from comity.methods.qca_calibrate import Anchors, calibrate
from comity.methods.qca_cases import Cases
from comity.methods.qca_robustness import (
    Question,
    bootstrap_by_case,
    leave_one_case_out,
    move_anchors,
    move_cuts,
)
from comity.methods.qca_truth_table import Cuts
from comity.terms.errors import InputError
from tests.methods.qca_examples import crisp_cases, reference_cases

STRICT = Question(Cuts(inclusion=1))
# A is the answer; the phases of case z are all that speaks against B.
PHASES = ["11 1", "11 1", "00 0", "00 0", "01 0", "10 1"]
OWNERS = ["w", "w", "x", "y", "z", "z"]


def test_a_case_goes_with_all_its_phases():
    found = leave_one_case_out(crisp_cases(PHASES, clusters=OWNERS), STRICT)
    assert [t.change for t in found.trials] == [f"without {c}" for c in "wxyz"]
    without_z = found.trials[-1]
    assert set(without_z.models) == {("A",), ("B",)}
    assert found.term_shares == {"A": 1.0}


def test_leaving_out_the_only_successes_is_no_solution():
    found = leave_one_case_out(crisp_cases(["11 1", "00 0", "01 0"]), STRICT)
    assert found.trials[0].problem.startswith("No combination counts as positive")
    assert found.unsolved == pytest.approx(1 / 3)
    assert found.model_shares == {"A": pytest.approx(2 / 3)}


def test_other_cuts():
    found = move_cuts(
        reference_cases("fuzzy"),
        Question(Cuts(inclusion=0.8)),
        [Cuts(inclusion=0.8), Cuts(inclusion=0.9), Cuts(inclusion=0.8, n=2)],
    )
    assert found.trials[0].models == (("A", "~B", "C*~D"),)
    assert found.trials[1].models != found.trials[0].models
    assert found.trials[2].change == "inclusion 0.8, n 2, PRI 0"
    with pytest.raises(InputError, match="at least one"):
        move_cuts(reference_cases("fuzzy"), Question(), [])


def test_draws_follow_the_seed():
    cases = reference_cases("crisp")
    one, two, three = (bootstrap_by_case(cases, STRICT, replications=20, seed=s) for s in (1, 1, 2))
    assert one.trials == two.trials != three.trials
    assert one.seed == 1


def test_a_drawn_case_brings_all_its_phases(monkeypatch):
    from comity.methods import qca_robustness

    seen = []
    real = qca_robustness._trial
    monkeypatch.setattr(
        qca_robustness, "_trial", lambda c, cases, q: seen.append(cases) or real(c, cases, q)
    )
    bootstrap_by_case(crisp_cases(PHASES, clusters=OWNERS), STRICT, replications=30, seed=3)
    for cases in seen:
        counts = {c: cases.clusters.count(c) for c in set(cases.clusters)}
        assert counts.get("w", 0) % 2 == counts.get("z", 0) % 2 == 0
        assert sum(n / OWNERS.count(c) for c, n in counts.items()) == 4


def test_a_strong_pattern_comes_back_more_often_than_a_weak_one():
    strong = crisp_cases(["11 1", "10 1", "01 0", "00 0"] * 5)
    found = bootstrap_by_case(strong, STRICT, replications=50, seed=0)
    assert found.term_shares["A"] > 0.95


def test_moved_anchors_change_one_condition_at_a_time():
    random = np.random.default_rng(0)
    raw = random.uniform(0, 100, (30, 2))
    at = [Anchors(20, 50, 80), None]
    sets = np.column_stack([calibrate(raw[:, 0], at[0]), (raw[:, 1] > 50).astype(float)])
    cases = Cases(
        tuple(map(str, range(30))), ("grain", "port"), sets, "Z", np.minimum(sets[:, 0], sets[:, 1])
    )
    found = move_anchors(cases, Question(Cuts(inclusion=0.8)), raw, at, shares=(-0.2, 0.2))
    assert [t.change for t in found.trials] == ["grain anchors -20%", "grain anchors +20%"]
    assert str(found.baseline) == "M1: grain*port"
    with pytest.raises(InputError, match="nothing to move"):
        move_anchors(cases, Question(), raw, [None, None])


def test_one_case_is_too_few():
    with pytest.raises(InputError, match="one case only"):
        leave_one_case_out(crisp_cases(["1 1", "0 0"], clusters=["k", "k"]), STRICT)
    with pytest.raises(InputError, match="1 or more"):
        bootstrap_by_case(crisp_cases(["1 1", "0 0"]), STRICT, replications=0, seed=1)


def test_plain_values_and_frame():
    found = leave_one_case_out(crisp_cases(PHASES, clusters=OWNERS), STRICT)
    answer = found.to_dict()
    assert answer["baseline"] == [["A"]]
    assert answer["trials"] == 4
    assert found.to_frame()["change"].tolist() == [f"without {c}" for c in "wxyz"]
