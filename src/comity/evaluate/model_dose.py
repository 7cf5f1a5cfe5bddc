"""How the outcome goes with the size of a dose: bins, or a curve without corners."""

from dataclasses import replace

import numpy as np
from scipy.special import fdtrc, stdtrit

from comity.evaluate.added_terms import with_terms
from comity.evaluate.model_answer import ModelAnswer, Rows
from comity.evaluate.panel_errors import Errors, covariance_of
from comity.evaluate.panel_run import estimate_of, fit_panel
from comity.methods.dose_response import dose_bins, natural_spline
from comity.methods.panel_columns import Column, Table
from comity.terms.arrays import FloatArray
from comity.terms.errors import DataMissing, InputError
from comity.terms.evaluation import DesignKind

SHAPES = ("bins", "spline")
KNOTS = {3: (10, 50, 90), 4: (5, 35, 65, 95), 5: (5, 27.5, 50, 72.5, 95)}
POINTS = 41


def estimate_dose(
    table: Table,
    formula: str,
    dose: str,
    *,
    shape: str = "spline",
    cuts: tuple[float, ...] = (),
    knots: int = 4,
    errors: Errors,
    weights: str = "",
) -> ModelAnswer:
    """Estimate the shape of an association.

    Parameters
    ----------
    formula
        The model without the dose.
    dose
        Column; zero or more for bins.
    shape
        ``bins`` with zero as the reference (the lowest bin where no dose is zero), or a restricted cubic ``spline``.
    cuts
        Edges of the bins, or knots of the spline. Left out: terciles of the positive doses, or
        Harrell's quantiles (:cite:p:`harrell2015`, table 2.3) of ``knots`` knots.

    Raises
    ------
    InputError
        If the shape is unknown, or the dose or the cuts do not go with it.
    DataMissing
        If the dose has too few different values.
    """
    if shape not in SHAPES or knots not in KNOTS:
        raise InputError(f"Choose a shape among {SHAPES} and 3, 4 or 5 knots.")
    value = table.numbers(dose)
    at = _cuts(value, shape, cuts, knots)
    names, columns = _columns(value, dose, shape, at)
    wide: dict[str, Column] = dict(table.columns) | dict(zip(names, columns.T, strict=True))
    used = Table(wide, table.unit, table.period)
    _, parsed = with_terms(formula, tuple(f"`{name}`" for name in names))
    fit = fit_panel(used, parsed, errors, weights=weights)
    covariance = covariance_of(fit, errors)
    kept = [name.strip("`") for name in fit.names]
    place = [kept.index(name) for name in names if name in kept]
    if len(place) < len(names):
        raise DataMissing("A bin or a bend of the curve has no rows of its own; use fewer cuts.")
    beta, matrix = fit.beta[place], covariance.matrix[np.ix_(place, place)]
    inside = value[fit.design.rows]
    curve = (
        _curve(inside, at, beta, matrix, degrees=covariance.degrees) if shape == "spline" else ()
    )
    statistics = _tests(beta, matrix, covariance.degrees, shape)
    estimate = estimate_of(fit, covariance, table, statistics=statistics)
    rows = tuple(replace(c, term=c.term.strip("`")) for c in estimate.coefficients)
    note = f"{'Edges' if shape == 'bins' else 'Knots'}: {', '.join(f'{c:g}' for c in at)}."
    if shape == "bins":
        note += f" Compared with {'a dose of zero' if (value == 0).any() else 'the lowest bin'}."
    return ModelAnswer(
        "dose",
        estimate.outcome,
        DesignKind.PANEL,
        (replace(estimate, coefficients=rows),),
        {"curve": curve} if curve else {},
        (note, "Choose cuts and knots before looking at the outcome."),
    )


def _cuts(value: FloatArray, shape: str, cuts: tuple[float, ...], knots: int) -> FloatArray:
    if cuts:
        return np.array(cuts, dtype=float)
    known = value[np.isfinite(value)]
    if shape == "bins":
        known = known[known > 0]
    if not len(known):
        raise DataMissing("No dose is known and above zero.")
    shares = (100 / 3, 200 / 3) if shape == "bins" else KNOTS[knots]
    found = np.percentile(known, shares)
    if (np.diff(found) <= 0).any():
        raise DataMissing(
            "The dose has too few different values for these cuts; give --cuts, or i(dose) in"
            " 'comity evaluate panel'."
        )
    return found


def _columns(
    value: FloatArray, dose: str, shape: str, at: FloatArray
) -> tuple[list[str], FloatArray]:
    if shape == "bins":
        labels, columns = dose_bins(value, at)
        # Without a dose of zero the lowest bin is what the others are compared with.
        first = 0 if (value == 0).any() else 1
        return [f"{dose} {label}" for label in labels[first:]], columns[:, first:]
    columns = natural_spline(value, at)
    return [dose, *(f"{dose} bend {k}" for k in range(1, columns.shape[1]))], columns


def _tests(beta: FloatArray, matrix: FloatArray, degrees: float, shape: str) -> dict[str, float]:
    """Joint F tests: of any association, and for the spline of any bend."""
    found = {"joint_p": _joint(beta, matrix, degrees)}
    if shape == "spline":
        found["bend_p"] = _joint(beta[1:], matrix[1:, 1:], degrees)
    return found


def _joint(beta: FloatArray, matrix: FloatArray, degrees: float) -> float:
    f = float(beta @ np.linalg.solve(matrix, beta)) / len(beta)
    return float(fdtrc(len(beta), min(degrees, 1e12), f))


def _curve(
    value: FloatArray, knots: FloatArray, beta: FloatArray, matrix: FloatArray, *, degrees: float
) -> Rows:
    """Outcome at doses within the sample less that at the lowest, with 95 % intervals."""
    doses = np.linspace(value.min(), value.max(), POINTS)
    basis = natural_spline(doses, knots) - natural_spline(doses[:1], knots)
    size = basis @ beta
    error = np.sqrt(np.einsum("mi,ij,mj->m", basis, matrix, basis))
    reach = stdtrit(min(degrees, 1e12), 0.975) * error
    return tuple(
        {"dose": float(d), "estimate": float(b), "low": float(b - r), "high": float(b + r)}
        for d, b, r in zip(doses, size, reach, strict=True)
    )
