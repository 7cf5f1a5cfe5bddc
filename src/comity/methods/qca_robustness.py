"""Does the solution survive without a case, with other cut-offs, or with other cases drawn?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.methods.qca_calibrate import Anchors, calibrate
from comity.methods.qca_cases import Cases
from comity.methods.qca_solution import Kind, Solution
from comity.methods.qca_solve import solve
from comity.methods.qca_truth_table import Cuts, truth_table
from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import InputError

if TYPE_CHECKING:
    import pandas as pd

_LISTED = 1000


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the cases each time.

    Parameters
    ----------
    cuts
        Cut-offs of the truth table.
    kind
        Kind of solution.
    expectations
        Directional expectations, for the intermediate solution.
    """

    cuts: Cuts = field(default_factory=Cuts)
    kind: Kind = Kind.PARSIMONIOUS
    expectations: tuple[str, ...] = ()

    def answer(self, cases: Cases) -> Solution:
        """Minimise the cases' truth table."""
        table = truth_table(cases, self.cuts)
        return solve(table, self.kind, expectations=self.expectations, limit=_LISTED)


@dataclass(frozen=True, slots=True)
class Trial:
    """One changed run.

    Parameters
    ----------
    change
        What was changed.
    models
        Terms of each model; none where there was no solution.
    problem
        Why there was no solution, else empty.
    """

    change: str
    models: tuple[tuple[str, ...], ...]
    problem: str = ""

    @property
    def terms(self) -> frozenset[str]:
        """Every term of every model."""
        return frozenset(term for model in self.models for term in model)


@dataclass(frozen=True, slots=True)
class Robustness:
    """How often the baseline came back.

    Parameters
    ----------
    baseline
        The solution with nothing changed.
    trials
        The changed runs.
    seed
        Seed of the draws, where cases were drawn.
    """

    baseline: Solution
    trials: tuple[Trial, ...]
    seed: int | None = None

    @property
    def term_shares(self) -> dict[str, float]:
        """Share of trials in which each baseline term is in some model."""
        counts = Counter(term for trial in self.trials for term in trial.terms)
        terms = dict.fromkeys(term for model in self.baseline.models for term in model.texts)
        return {term: counts[term] / len(self.trials) for term in terms}

    @property
    def model_shares(self) -> dict[str, float]:
        """Share of trials in which each baseline model is one of the models."""
        found = Counter(frozenset(model) for trial in self.trials for model in set(trial.models))
        return {
            str(model): found[frozenset(model.texts)] / len(self.trials)
            for model in self.baseline.models
        }

    @property
    def unsolved(self) -> float:
        """Share of trials without any solution."""
        return sum(1 for trial in self.trials if trial.problem) / len(self.trials)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "outcome": self.baseline.outcome,
            "solution": self.baseline.kind.value,
            "baseline": [list(model.texts) for model in self.baseline.models],
            "trials": len(self.trials),
            "unsolved_share": self.unsolved,
            "term_shares": self.term_shares,
            "model_shares": self.model_shares,
            "changes": [
                {
                    "change": trial.change,
                    "models": [list(model) for model in trial.models],
                    "problem": trial.problem,
                }
                for trial in self.trials
            ],
            "seed": self.seed,
        }

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each trial."""
        import pandas as pd

        return pd.DataFrame(self.to_dict()["changes"])


def leave_one_case_out(cases: Cases, question: Question) -> Robustness:
    """Answer again without each case; all phases of a case go together."""
    clusters = np.array(cases.clusters)
    names = list(dict.fromkeys(cases.clusters))
    _refuse_few(names)
    changed = ((f"without {name}", cases.take(clusters != name)) for name in names)
    return Robustness(question.answer(cases), _trials(changed, question))


def move_cuts(cases: Cases, question: Question, cuts: Sequence[Cuts]) -> Robustness:
    """Answer again with other cut-offs."""
    if not cuts:
        raise InputError("No other cut-offs were given; give at least one.")
    trials = tuple(
        _trial(
            f"inclusion {other.inclusion:g}, n {other.n}, PRI {other.pri:g}",
            cases,
            replace(question, cuts=other),
        )
        for other in cuts
    )
    return Robustness(question.answer(cases), trials)


def move_anchors(
    cases: Cases,
    question: Question,
    raw: FloatArray,
    anchors: Sequence[Anchors | None],
    shares: Sequence[float] = (-0.1, 0.1),
) -> Robustness:
    """Answer again with each condition's anchors moved, one condition at a time.

    Parameters
    ----------
    raw
        Quantities before calibration ``(n, k)``; a column without anchors is not read.
    anchors
        Anchors of each condition; None where it was not calibrated from a quantity.
    shares
        How far to move, as shares of the distance between non-membership and full membership.
    """

    def changed() -> Iterable[tuple[str, Cases]]:
        for j, at in enumerate(anchors):
            for share in shares if at is not None else ():
                sets = cases.sets.copy()
                sets[:, j] = calibrate(raw[:, j], at.moved(share)) if at else sets[:, j]
                yield f"{cases.conditions[j]} anchors {share:+.0%}", replace(cases, sets=sets)

    trials = _trials(changed(), question)
    if not trials:
        raise InputError("No condition has anchors, so there is nothing to move.")
    return Robustness(question.answer(cases), trials)


def bootstrap_by_case(
    cases: Cases, question: Question, *, replications: int = 200, seed: int
) -> Robustness:
    """Answer again with cases drawn with replacement; a case comes with all its phases.

    Parameters
    ----------
    replications
        How many draws.
    seed
        Seed of the draws.
    """
    if replications < 1:
        raise InputError(f"There are {replications} replications; ask for 1 or more.")
    names = list(dict.fromkeys(cases.clusters))
    _refuse_few(names)
    place = {name: i for i, name in enumerate(names)}
    rows: list[IntArray] = [np.zeros(0, dtype=np.int64)] * len(names)
    belongs = np.array([place[name] for name in cases.clusters])
    for i in range(len(names)):
        rows[i] = np.flatnonzero(belongs == i).astype(np.int64)
    random = np.random.default_rng(seed)

    def changed() -> Iterable[tuple[str, Cases]]:
        for draw in range(1, replications + 1):
            picked = random.integers(0, len(names), len(names))
            yield f"draw {draw}", cases.take(np.concatenate([rows[i] for i in picked]))

    return Robustness(question.answer(cases), _trials(changed(), question), seed)


def _refuse_few(names: Sequence[str]) -> None:
    if len(names) < 2:
        raise InputError("There is one case only; leaving out or drawing cases needs two or more.")


def _trials(changed: Iterable[tuple[str, Cases]], question: Question) -> tuple[Trial, ...]:
    return tuple(_trial(change, cases, question) for change, cases in changed)


def _trial(change: str, cases: Cases, question: Question) -> Trial:
    try:
        solution = question.answer(cases)
    except InputError as problem:
        return Trial(change, (), str(problem))
    return Trial(change, tuple(model.texts for model in solution.models))
