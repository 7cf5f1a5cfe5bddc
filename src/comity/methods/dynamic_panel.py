"""Outcomes that depend on their own past: Nickell's bias and Anderson-Hsiao's way round it."""

from dataclasses import replace

import numpy as np

from comity.methods.formula import Factor, Formula
from comity.methods.panel_columns import Table, codes, shifted
from comity.methods.panel_design import Design
from comity.methods.panel_iv import fit_2sls
from comity.methods.panel_ols import PanelFit
from comity.terms.errors import DataMissing, InputError


def nickell_bias(rho: float, periods: float) -> float:
    """Bias of the within estimator of the lagged outcome's coefficient, for many units.

    Parameters
    ----------
    rho
        True coefficient of the lagged outcome, between -1 and 1.
    periods
        Periods of each unit that are used; in an unbalanced panel their mean.

    Notes
    -----
    A negative coefficient has no real power of a mean such as 11.2; there the nearest whole
    number of periods stands in that one term.

    References
    ----------
    :cite:p:`nickell1981`, equation 18.

    Examples
    --------
    >>> round(nickell_bias(0.5, 10), 3)
    -0.162
    """
    if not -1 < rho < 1 or periods < 2:
        raise InputError("Nickell's formula needs a coefficient between -1 and 1 and two periods.")
    t = float(periods)
    power = rho**t if rho >= 0 else rho ** round(t)
    share = 1 - (1 - power) / (t * (1 - rho))
    top = -(1 + rho) / (t - 1) * share
    return float(top / (1 - 2 * rho / ((1 - rho) * (t - 1)) * share))


def anderson_hsiao(
    table: Table, outcome: str, controls: tuple[str, ...] = (), *, period_effects: bool = True
) -> PanelFit:
    """First differences with the second lag of the outcome as the instrument.

    Parameters
    ----------
    table
        With unit and period named.
    outcome
        Column that depends on its own last value.
    controls
        Columns taken as strictly exogenous.
    period_effects
        Whether each period has an effect of its own.

    Returns
    -------
    PanelFit
        ``fit_lagged`` is the coefficient of the lagged outcome. Cluster its errors by unit:
        ``fit.design.clusters`` holds the units.

    References
    ----------
    :cite:p:`anderson1982`, with the level as the instrument.

    Raises
    ------
    DataMissing
        If no unit has three periods in a row.
    """
    y = table.numbers(outcome)
    lagged, twice = shifted(table, y, 1), shifted(table, y, 2)
    changes = [table.numbers(c) - shifted(table, table.numbers(c), 1) for c in controls]
    values = np.column_stack([y - lagged, lagged - twice, twice, *changes])
    rows = np.asarray(np.isfinite(values).all(axis=1), dtype=np.bool_)
    if not rows.any():
        raise DataMissing("No unit has three periods in a row; Anderson-Hsiao needs them.")
    values = values[rows]
    constant = () if period_effects else (np.ones((len(values), 1)),)
    names = tuple(f"d({c})" for c in controls)
    X = np.hstack([*constant, values[:, 3:]])
    period = codes(table.column(table.period))[rows]
    design = Design(
        Formula(Factor(outcome, "d"), ()),
        names if period_effects else ("(Intercept)", *names),
        X,
        values[:, 0],
        ("lagged",),
        values[:, [1]],
        (f"l({outcome}, 2)",),
        values[:, [2]],
        (period,) if period_effects else (),
        {table.unit: codes(table.column(table.unit))[rows]},
        None,
        rows,
        (),
    )
    return replace(fit_2sls(design), estimator="Anderson-Hsiao (differences, level instrument)")
