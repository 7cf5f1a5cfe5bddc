"""Estimators of a multiverse that answer with named quantities of their own.

Each brings its fixed effects and its errors along, so it answers only where the specification asks
for just these: effects of unit and period, errors clustered by unit, no weights, no moderator.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from comity.evaluate.dynamic_estimates import corrected_estimate
from comity.evaluate.event_estimates import (
    AFTER,
    EventQuestion,
    group_time_path,
    imputed_path,
    regression_path,
)
from comity.evaluate.multiverse_groups import Group, Requests
from comity.evaluate.study import DYNAMIC, Study, effects_of, parse_quantity
from comity.evaluate.study_columns import StudyColumns
from comity.evaluate.treatment_start import treatment_starts
from comity.methods.dynamic_panel import anderson_hsiao
from comity.methods.formula import parse_formula
from comity.methods.gmm_panel import fit_gmm
from comity.methods.panel_columns import Column, Table
from comity.methods.panel_vcov import cluster_covariance
from comity.terms.arrays import FloatArray
from comity.terms.errors import ComityError
from comity.terms.estimate import Estimate

DRAWS, SEED, DEEPEST = 199, 1, 4
INFINITE = float("inf")
LAG = "l(y, 1)"


@dataclass(frozen=True, slots=True)
class NamedAnswer:
    """What one fit says.

    Parameters
    ----------
    quantities
        Estimate and standard error by name.
    degrees
        Of the t distribution; infinite for the normal one.
    nobs, parameters
        Rows, and coefficients of terms.
    """

    quantities: dict[str, tuple[float, float]]
    degrees: float
    nobs: int
    parameters: int


@dataclass(frozen=True, slots=True)
class NamedRow:
    """One specification's answer: NaN, and no rows, where there is none."""

    estimate: float = float("nan")
    std_error: float = float("nan")
    degrees: float = float("nan")
    nobs: int = 0
    parameters: int = 0
    clusters: int = 0


def named_rows(
    study: Study, columns: StudyColumns, group: Group, part: Requests
) -> Iterator[NamedRow]:
    """Answer the specifications of a group in order; quantities of one model share one fit.

    Dynamic estimators know ``treatment``, ``persistence`` and ``long_run``, which is the treatment
    over one minus persistence, with its error by the delta method (not for ``lsdv``). Event
    studies know ``treatment`` or ``after`` (the average after the start), ``since_0``,
    ``since_1`` ... and ``before_2`` ...; resampling draws 199 times, with seed 1.
    """
    fits: dict[bytes, NamedAnswer | None] = {}
    units = len(np.unique(columns.unit[group.rows]))
    for one in range(len(part.numbers)):
        if not _earned(study, columns, group, part, one):
            yield NamedRow()
            continue
        key = part.outcome[one].tobytes() + np.packbits(part.regressors[one]).tobytes()
        if key not in fits:
            fits[key] = _fitted(study, columns, group, part, one)
        yield _row(fits[key], study.quantities[part.wanted[one]], units)


def _earned(study: Study, columns: StudyColumns, group: Group, part: Requests, one: int) -> bool:
    effects = set(effects_of(study.absorbed[part.outer[one, 1]]))
    moderated = part.regressors[one, columns.interactions[columns.interactions >= 0]].any()
    return (
        effects == {(study.unit,), (study.period,)}
        and group.errors.kind == "cluster"
        and group.errors.clusters == ((study.unit,),)
        and group.weights is None
        and not moderated
    )


def _row(answer: NamedAnswer | None, text: str, units: int) -> NamedRow:
    if answer is None:
        return NamedRow()
    weights = parse_quantity(text)
    name = next(iter(weights))
    if len(weights) > 1 or name not in answer.quantities:
        return NamedRow()
    estimate, error = answer.quantities[name]
    return NamedRow(
        weights[name] * estimate,
        abs(weights[name]) * error,
        answer.degrees,
        answer.nobs,
        answer.parameters,
        units,
    )


def _fitted(
    study: Study, columns: StudyColumns, group: Group, part: Requests, one: int
) -> NamedAnswer | None:
    treatment = int(part.treatment[one])
    own = {f"l({outcome.column}, 1)" for outcome in study.outcomes}
    controls = [
        int(at)
        for at in np.flatnonzero(part.regressors[one])
        if at not in (treatment, columns.constant)
        # A dynamic estimator adds the outcome's past by itself.
        if not (group.estimator in DYNAMIC and columns.names[at] in own)
    ]
    rows = group.rows
    known: dict[str, Column] = {
        "unit": columns.unit[rows].astype(float),
        "period": columns.time[rows],
        "y": columns.values[rows, part.outcome[one]],
        "t": columns.values[rows, treatment],
        **{f"c{k}": columns.values[rows, at] for k, at in enumerate(controls)},
    }
    names = tuple(f"c{k}" for k in range(len(controls)))
    try:
        return _RUNS[group.estimator](Table(known, "unit", "period"), names)
    except (ComityError, np.linalg.LinAlgError):
        return None


def _dynamic(
    b: FloatArray, covariance: FloatArray, past: int, treated: int
) -> dict[str, tuple[float, float]]:
    """Short run, persistence and long run from the coefficients at two places."""
    rho, beta = float(b[past]), float(b[treated])
    at = np.array([treated, past])
    slope = np.array([1 / (1 - rho), beta / (1 - rho) ** 2])
    spread = float(np.sqrt(slope @ covariance[np.ix_(at, at)] @ slope))
    found = {
        "treatment": (beta, float(np.sqrt(covariance[treated, treated]))),
        "persistence": (rho, float(np.sqrt(covariance[past, past]))),
    }
    # With persistence of one or more there is no long run to speak of.
    return found | ({"long_run": (beta / (1 - rho), spread)} if rho < 1 else {})


def _gmm(table: Table, controls: tuple[str, ...], *, system: bool) -> NamedAnswer:
    formula = parse_formula(f"y ~ {' + '.join([LAG, 't', *controls])}")
    fit = fit_gmm(table, formula, predetermined=("t",), system=system, deepest=DEEPEST)
    found = _dynamic(fit.beta, fit.covariance, fit.names.index(LAG), fit.names.index("t"))
    return NamedAnswer(found, INFINITE, fit.nobs, fit.terms)


def _hsiao(table: Table, controls: tuple[str, ...]) -> NamedAnswer:
    fit = anderson_hsiao(table, "y", ("t", *controls))
    covariance = cluster_covariance(fit.parts, fit.design.clusters)
    past, treated = fit.names.index("fit_lagged"), fit.names.index("d(t)")
    found = _dynamic(fit.beta, covariance.matrix, past, treated)
    return NamedAnswer(found, covariance.degrees, fit.nobs, len(fit.names))


def _lsdv(table: Table, controls: tuple[str, ...]) -> NamedAnswer:
    formula = parse_formula(f"y ~ {' + '.join([LAG, 't', *controls])}")
    found = corrected_estimate(table, formula, draws=DRAWS, seed=SEED)
    named = {"treatment": found["t"], "persistence": found[LAG]}
    pairs = {name: (row.estimate, row.std_error) for name, row in named.items()}
    return NamedAnswer(pairs, INFINITE, found.nobs, len(found.coefficients))


def _events(
    table: Table, controls: tuple[str, ...], run: Callable[[EventQuestion], Estimate]
) -> NamedAnswer:
    first = treatment_starts(table, treatment="t")
    found = run(EventQuestion(table, "y", first, controls, draws=DRAWS, seed=SEED))
    pairs: dict[str, tuple[float, float]] = {}
    for row in found.coefficients:
        names = ("treatment", "after") if row.term == AFTER else (_since(row.term),)
        if np.isfinite(row.std_error):
            pairs |= dict.fromkeys(names, (row.estimate, row.std_error))
    return NamedAnswer(pairs, found.degrees, found.nobs, len(found.coefficients))


def _since(term: str) -> str:
    time = int(float(term.removeprefix("since::")))
    return f"since_{time}" if time >= 0 else f"before_{-time}"


_RUNS: dict[str, Callable[[Table, tuple[str, ...]], NamedAnswer]] = {
    "anderson-hsiao": _hsiao,
    "lsdv": _lsdv,
    "difference-gmm": lambda table, controls: _gmm(table, controls, system=False),
    "system-gmm": lambda table, controls: _gmm(table, controls, system=True),
    "two-way": lambda table, controls: _events(
        table, controls, lambda question: regression_path(question, interacted=False)
    ),
    "sun-abraham": lambda table, controls: _events(
        table, controls, lambda question: regression_path(question, interacted=True)
    ),
    "callaway-santanna": lambda table, controls: _events(table, controls, group_time_path),
    "imputation": lambda table, controls: _events(table, controls, imputed_path),
}
