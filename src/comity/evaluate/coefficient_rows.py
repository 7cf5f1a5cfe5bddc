"""Rows of a coefficient table, and the smallest size that each could have been found at."""

from collections.abc import Sequence

import numpy as np
from scipy.special import ndtr, stdtr, stdtrit

from comity.methods.detectable import minimum_detectable
from comity.terms.arrays import FloatArray
from comity.terms.estimate import Coefficient

_NORMAL = 1e12


def coefficient_rows(
    names: Sequence[str], beta: FloatArray, errors: FloatArray, degrees: float
) -> tuple[Coefficient, ...]:
    """One row for each coefficient, with two-sided p-values and 95 % intervals.

    Parameters
    ----------
    names, beta, errors
        Terms, estimates and standard errors ``(K,)``.
    degrees
        Degrees of freedom of t; infinite for the normal distribution.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        statistic = np.asarray(beta) / errors
    normal = not np.isfinite(degrees)
    tail = ndtr(-np.abs(statistic)) if normal else stdtr(degrees, -np.abs(statistic))
    reach = stdtrit(_NORMAL if normal else degrees, 0.975) * errors
    rows = zip(names, beta, errors, statistic, 2 * tail, reach, strict=True)
    return tuple(
        Coefficient(name, float(b), float(s), float(t), float(p), float(b - r), float(b + r))
        for name, b, s, t, p, r in rows
    )


def detectable_by_term(found: Sequence[Coefficient], degrees: float) -> dict[str, float]:
    """Smallest true coefficient that is found four times in five, as ``minimum_detectable[term]``."""
    return {
        f"minimum_detectable[{row.term}]": minimum_detectable(row.std_error, degrees)
        for row in found
    }
