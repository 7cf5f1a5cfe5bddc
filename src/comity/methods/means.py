"""Means that skip what is missing: arithmetic, geometric, harmonic, and the worst member.

The first three are one thing: apply ``forward``, take the weighted arithmetic mean, apply
``inverse``. Everything that draws weights, decomposes scores or swaps ranks builds on that.
"""

import numpy as np

from comity.terms.arrays import FloatArray
from comity.terms.errors import RecipeError

MEANS = ("arithmetic", "geometric", "harmonic", "worst")
_SHORT = {"amean": "arithmetic", "gmean": "geometric", "hmean": "harmonic", "min": "worst"}


def mean_name(name: str) -> str:
    """Full name of a mean; accepts ``amean``, ``gmean``, ``hmean`` and ``min`` as well.

    Raises
    ------
    RecipeError
        If there is no such mean.
    """
    full = _SHORT.get(name, name)
    if full not in MEANS:
        raise RecipeError(
            f"There is no aggregation {name!r}; choose one of {', '.join((*MEANS, *_SHORT))}."
        )
    return full


def forward(x: FloatArray, mean: str) -> FloatArray:
    """Scale on which the mean is arithmetic.

    Raises
    ------
    RecipeError
        If the geometric or harmonic mean meets a value that is not positive.
    """
    if mean in {"arithmetic", "worst"}:
        return x
    if (x <= 0).any():
        raise RecipeError(
            f"The {mean} mean needs positive scaled values, and some are zero or less; "
            "scale to a range that starts above zero, such as lower = 1 and upper = 100."
        )
    return np.log(x) if mean == "geometric" else 1.0 / x


def inverse(y: FloatArray, mean: str) -> FloatArray:
    """Way back from :func:`forward`."""
    if mean in {"arithmetic", "worst"}:
        return y
    return np.exp(y) if mean == "geometric" else 1.0 / y


def weighted_mean(x: FloatArray, weight: FloatArray, mean: str) -> FloatArray:
    """Weighted mean of each row over its observed columns.

    Parameters
    ----------
    x
        Scaled values ``(n, m)``; NaN is left out and its weight with it.
    weight
        ``(m,)``, or ``(n, m)`` with weights of their own for each row.
    mean
        One of :data:`MEANS`; ``worst`` ignores the weights, except that a column of weight zero
        is left out.

    Returns
    -------
    FloatArray
        ``(n,)``; NaN where nothing with a positive weight is observed.

    References
    ----------
    :cite:p:`oecd2008handbook`
    """
    used = ~np.isnan(x) & (weight > 0)
    if mean == "worst":
        lowest: FloatArray = np.where(used, x, np.inf).min(axis=1)
        return np.where(used.any(axis=1), lowest, np.nan)
    y = np.where(used, forward(x, mean), 0.0)
    share = np.where(used, weight, 0.0)
    total = share.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return inverse((y * share).sum(axis=1) / total, mean)
