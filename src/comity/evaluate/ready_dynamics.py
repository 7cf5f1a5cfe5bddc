"""The same coefficient by several estimators, where the outcome depends on its own past."""

from collections.abc import Callable

import numpy as np
from scipy.special import stdtr, stdtrit

from comity.evaluate.dynamic_estimates import gmm_estimate
from comity.evaluate.panel_errors import parse_errors
from comity.evaluate.panel_run import run_panel
from comity.evaluate.ready_recipe import Dynamics
from comity.evaluate.ready_result import EstimatorRow
from comity.evaluate.sample_rules import rows_of_rule
from comity.methods.dynamic_panel import anderson_hsiao, nickell_bias
from comity.methods.formula import parse_formula
from comity.methods.gmm_panel import fit_gmm
from comity.methods.lsdv_correction import lsdv_corrected
from comity.methods.panel_columns import Column, Table, shifted
from comity.methods.panel_vcov import FIXEST, cluster_covariance
from comity.terms.errors import ComityError

DRAWS = 99
STATIC, PAST = "fixed effects", "fixed effects with the outcome's past"
CHANGES, CORRECTED = "first differences", "bias-corrected fixed effects"
INSTRUMENTED = "Anderson-Hsiao"
DIFFERENCE, SYSTEM = "difference GMM", "system GMM"
# Deeper lags say little and, in a panel of some dozen partners, outnumber what can be trusted.
DEEPEST = 4


def compare_estimators(
    wanted: Dynamics, table: Table, *, seed: int = 1
) -> tuple[EstimatorRow, ...]:
    """Fixed effects without and with the outcome's past, corrected, in differences, and by GMM.

    Parameters
    ----------
    wanted
        Columns and rows.
    seed
        Of the resampling behind the corrected estimator's errors.

    Returns
    -------
    tuple
        One row for each estimator; one that the data do not allow says so.
    """
    named = _moved(wanted, table)
    controls = [f"{name}_before" for name in (wanted.treatment, *wanted.controls)]
    right = " + ".join(controls)
    effects = f"{table.unit} + {table.period}"
    lagged = f"l({wanted.outcome}, 1)"
    plain = f"{wanted.outcome} ~ {right} | {effects}"
    dynamic = f"{wanted.outcome} ~ {lagged} + {right} | {effects}"
    changes = " + ".join(f"d({name})" for name in controls)
    differences = f"d({wanted.outcome}) ~ {changes} | {table.period}"
    first = controls[0]
    runs: dict[str, Callable[[], EstimatorRow]] = {
        STATIC: lambda: _linear(STATIC, plain, first, named),
        PAST: lambda: _linear(PAST, dynamic, first, named, lagged=lagged),
        CHANGES: lambda: _linear(CHANGES, differences, f"d({first}, 1)", named),
        CORRECTED: lambda: _corrected(wanted, named, controls, seed=seed),
        INSTRUMENTED: lambda: _instrumented(wanted, named, controls),
        DIFFERENCE: lambda: _gmm(DIFFERENCE, wanted, named, controls),
        SYSTEM: lambda: _gmm(SYSTEM, wanted, named, controls),
    }
    return tuple(_tried(name, run) for name, run in runs.items())


def _tried(name: str, run: Callable[[], EstimatorRow]) -> EstimatorRow:
    try:
        return run()
    except (ComityError, np.linalg.LinAlgError) as problem:
        gap = float("nan")
        why = f"Could not be estimated: {problem}"
        return EstimatorRow(name, gap, gap, gap, gap, gap, gap, 0, why)


def _moved(wanted: Dynamics, table: Table) -> Table:
    """Treatment and controls one period back, taken before the rule cuts rows off."""
    columns: dict[str, Column] = dict(table.columns)
    for name in (wanted.treatment, *wanted.controls):
        columns[f"{name}_before"] = shifted(table, table.numbers(name), 1)
    whole = Table(columns, table.unit, table.period)
    return whole.take(rows_of_rule(wanted.rule, whole))


def _linear(name: str, formula: str, term: str, table: Table, *, lagged: str = "") -> EstimatorRow:
    found = run_panel(table, formula, errors=parse_errors(table.unit))
    row = found[term]
    past = found[lagged].estimate if lagged else float("nan")
    note = ""
    if lagged:
        periods = found.nobs / found.clusters[table.unit]
        bias = nickell_bias(past, periods) if -1 < past < 1 else float("nan")
        note = (
            f"Nickell bias: with {periods:.0f} periods the coefficient of the past is biased"
            f" downwards, by about {bias:+.2f}, and the treatment's with it."
        )
    return EstimatorRow(
        name, row.estimate, row.std_error, row.low, row.high, row.p_value, past, found.nobs, note
    )


def _corrected(wanted: Dynamics, table: Table, controls: list[str], *, seed: int) -> EstimatorRow:
    """Bias-corrected within estimator; period effects enter as columns."""
    year = table.numbers(table.period)
    kept = np.isfinite(np.column_stack([table.numbers(c) for c in controls])).all(axis=1)
    kept &= np.isfinite(table.numbers(wanted.outcome))
    years = np.unique(year[kept])[2:]
    dummies = {f"period {at:.0f}": (year == at).astype(float) for at in years}
    wide = Table({**table.columns, **dummies}, table.unit, table.period)
    fit = lsdv_corrected(wide, wanted.outcome, (*controls, *dummies), draws=DRAWS, seed=seed)
    at = fit.names.index(controls[0])
    estimate, error = float(fit.beta[at]), float(fit.std_errors[at])
    low, high, p = _interval(estimate, error, 1e9)
    return EstimatorRow(
        CORRECTED, estimate, error, low, high, p, float(fit.beta[0]), fit.nobs,
        f"Kiviet's correction; errors from {DRAWS} resamples of partners.",
    )  # fmt: skip


def _instrumented(wanted: Dynamics, table: Table, controls: list[str]) -> EstimatorRow:
    fit = anderson_hsiao(table, wanted.outcome, tuple(controls))
    covariance = cluster_covariance(fit.parts, fit.design.clusters, FIXEST)
    at = fit.names.index(f"d({controls[0]})")
    estimate, error = float(fit.beta[at]), float(covariance.std_errors[at])
    low, high, p = _interval(estimate, error, covariance.degrees)
    past = float(fit.beta[fit.names.index("fit_lagged")])
    return EstimatorRow(
        INSTRUMENTED, estimate, error, low, high, p, past, fit.nobs,
        "Differences with the second lag of the outcome as the instrument; weak where the outcome"
        " hardly moves.",
    )  # fmt: skip


def _gmm(name: str, wanted: Dynamics, table: Table, controls: list[str]) -> EstimatorRow:
    """Two steps, collapsed instruments; the treatment may answer to earlier outcomes."""
    lagged = f"l({wanted.outcome}, 1)"
    formula = parse_formula(f"{wanted.outcome} ~ {' + '.join([lagged, *controls])}")
    fit = fit_gmm(
        table,
        formula,
        predetermined=(controls[0],),
        system=name == SYSTEM,
        deepest=DEEPEST,
    )
    found = gmm_estimate(fit, table, formula)
    row, past = found[controls[0]], found[lagged].estimate
    note = (
        f"{len(fit.instruments)} instruments for {fit.units} partners, from lags up to {DEEPEST};"
        f" serial correlation (ar2) p {_written(fit.statistics['ar2_p'])}, Hansen's test p"
        f" {_written(fit.statistics['hansen_p'])}."
    )
    more = [text for text in found.notes if "Few clusters" not in text]
    return EstimatorRow(
        name, row.estimate, row.std_error, row.low, row.high, row.p_value, past, found.nobs,
        " ".join([note, *more]),
    )  # fmt: skip


def _written(p: float) -> str:
    return "< 0.001" if p < 0.001 else f"= {p:.3f}"


def _interval(estimate: float, error: float, degrees: float) -> tuple[float, float, float]:
    reach = float(stdtrit(degrees, 0.975)) * error
    p = float(2 * stdtr(degrees, -abs(estimate / error)))
    return estimate - reach, estimate + reach, p
