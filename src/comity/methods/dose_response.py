"""Shapes other than a line: bins and restricted cubic splines of a dose."""

from itertools import pairwise

import numpy as np

from comity.terms.arrays import FloatArray
from comity.terms.errors import InputError


def dose_bins(dose: FloatArray, edges: FloatArray) -> tuple[list[str], FloatArray]:
    """Columns for a dose that is zero or falls between edges; zero is left out.

    Parameters
    ----------
    dose
        Zero or more ``(n,)``; NaN stays NaN.
    edges
        Ascending positive cuts ``(m,)``, such as terciles of the positive doses.

    Returns
    -------
    tuple
        Names and columns ``(n, m + 1)``.

    Raises
    ------
    InputError
        If a dose is negative or the cuts do not ascend from above zero.
    """
    edges = np.asarray(edges, dtype=float)
    if np.nanmin(dose, initial=0) < 0:
        raise InputError("A dose is negative; bins need doses of zero or more.")
    if len(edges) and (edges[0] <= 0 or (np.diff(edges) <= 0).any()):
        raise InputError("The cuts of a dose must ascend and be above zero.")
    bounds = np.concatenate([[0.0], edges, [np.inf]])
    names, columns = [], []
    for low, high in pairwise(bounds):
        names.append(f"above {low:g}" if np.isinf(high) else f"{low:g} to {high:g}")
        inside = ((dose > low) & (dose <= high)).astype(float)
        columns.append(np.where(np.isnan(dose), np.nan, inside))
    return names, np.column_stack(columns)


def natural_spline(x: FloatArray, knots: FloatArray) -> FloatArray:
    """Restricted cubic spline: cubic between the knots, straight beyond them ``(n, k - 1)``.

    Parameters
    ----------
    x
        ``(n,)``.
    knots
        Three or more ascending knots ``(k,)``, such as the 10th, 50th and 90th percentile.

    Returns
    -------
    FloatArray
        The first column is ``x`` itself, so that the others test for curvature together.

    References
    ----------
    :cite:p:`harrell2015`, section 2.4.5, with his scaling by the square of the knots' range.

    Raises
    ------
    InputError
        If there are fewer than three knots or they do not ascend.
    """
    t = np.asarray(knots, dtype=float)
    if len(t) < 3 or (np.diff(t) <= 0).any():
        raise InputError("A spline needs three or more ascending knots.")

    def cubed(value: FloatArray) -> FloatArray:
        return np.maximum(value, 0.0) ** 3

    columns = [np.asarray(x, dtype=float)]
    last, before = t[-1], t[-2]
    for knot in t[:-2]:
        column = (
            cubed(x - knot)
            - cubed(x - before) * (last - knot) / (last - before)
            + cubed(x - last) * (before - knot) / (last - before)
        )
        columns.append(column / (last - t[0]) ** 2)
    return np.column_stack(columns)
