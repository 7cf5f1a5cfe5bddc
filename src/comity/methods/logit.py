"""Logit of a yes-or-no outcome, and the hazard that something comes back."""

import numpy as np

from comity.methods.panel_columns import Table, codes
from comity.methods.panel_design import Design
from comity.methods.panel_ols import PanelFit, keep_independent, solve_least_squares
from comity.methods.panel_vcov import Sandwich
from comity.terms.arrays import FloatArray
from comity.terms.errors import DataMissing, InputError

TOLERANCE = 1e-12
MAX_STEPS = 60
_SEPARATED = 30.0


def fit_logit(design: Design) -> PanelFit:
    """Maximum likelihood by Newton steps.

    Parameters
    ----------
    design
        Outcome of zeros and ones, without fixed effects: with few periods a unit, unit dummies in
        a logit are inconsistent, so conditional logit or a linear model is for them.

    Raises
    ------
    InputError
        If the outcome is not zeros and ones, or there are fixed effects or weights.
    DataMissing
        If a term predicts the outcome perfectly.
    """
    check_binary(design, "logit")
    kept, dropped = keep_independent(design, design.names, design.X, design.X, None)
    X, y = design.X[:, kept], design.y
    beta, before = np.zeros(X.shape[1]), np.inf
    for _ in range(MAX_STEPS):
        index = X @ beta
        mean = 1 / (1 + np.exp(-np.clip(index, -700, 700)))
        deviance = float(
            -2 * np.where(y == 1, -np.logaddexp(0, -index), -np.logaddexp(0, index)).sum()
        )
        if abs(before - deviance) <= TOLERANCE * (0.1 + deviance):
            break
        if np.abs(index).max() > _SEPARATED:
            raise DataMissing(
                "Some terms predict the outcome perfectly; leave out the rarest of them."
            )
        before, weight = deviance, np.maximum(mean * (1 - mean), 1e-300)
        beta = beta + solve_least_squares(X, (y - mean) / weight, np.sqrt(weight))[0]
    else:
        raise DataMissing("The logit did not converge; use fewer terms.")
    bread = solve_least_squares(X, y, np.sqrt(np.maximum(mean * (1 - mean), 1e-300)))[1]
    return PanelFit(
        design,
        "logit",
        tuple(name for name, k in zip(design.names, kept, strict=True) if k),
        beta,
        X,
        y - mean,
        Sandwich(bread, X * (y - mean)[:, None], 1.0),
        (*design.dropped, *dropped),
        {"deviance": deviance},
        normal=True,
    )


def check_binary(design: Design, model: str) -> None:
    """Refuse what a model of a yes-or-no outcome cannot take.

    Raises
    ------
    InputError
        If the outcome is not zeros and ones, or there are fixed effects or weights.
    """
    if not np.isin(design.y, (0.0, 1.0)).all() or len(np.unique(design.y)) < 2:
        raise InputError(
            f"A {model} needs an outcome with zeros and ones: {design.formula.outcome}."
        )
    if design.effects or design.weights is not None:
        raise InputError(f"This {model} takes neither fixed effects nor weights; leave them out.")


def time_since(table: Table, event: str) -> FloatArray:
    """Periods since a unit's last event, the rows at risk of its coming back ``(n,)``.

    A row is at risk where the period before it was quiet, up to and with the period of the next
    event. NaN before a unit's first event, while a spell goes on, and in the first quiet period:
    what comes back must first have ended. Put ``time``, ``time^2`` and ``time^3`` in the logit to let the hazard
    change with time (:cite:p:`carter2010`).

    Parameters
    ----------
    table
        With unit and period named.
    event
        Column of zeros and ones.
    """
    unit, period = codes(table.column(table.unit)), table.numbers(table.period)
    value = table.numbers(event)
    out = np.full(len(table), np.nan)
    order = np.lexsort((period, unit))
    last, quiet, current = np.nan, False, -1
    for row in order:
        if unit[row] != current:
            last, quiet, current = np.nan, False, int(unit[row])
        if np.isnan(value[row]):
            last, quiet = np.nan, False
            continue
        if quiet:
            out[row] = period[row] - last
        if value[row] == 1:
            last, quiet = period[row], False
        elif not np.isnan(last):
            quiet = True
    return out
