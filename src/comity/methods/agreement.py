"""How far coders agree beyond chance: Cohen's kappa and Krippendorff's alpha."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from comity.terms.arrays import FloatArray
from comity.terms.errors import InputError

_PAIR = 2


class Metric(StrEnum):
    """How far apart two codes are."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"


class Weights(StrEnum):
    """What a disagreement of two coders costs."""

    NONE = "none"
    LINEAR = "linear"
    QUADRATIC = "quadratic"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of coders.

    Parameters
    ----------
    coefficient
        1 is perfect, 0 is chance; NaN where every code is the same, since chance then agrees too.
    observed_disagreement
        Mean distance of codes that belong together; for plain kappa the share that differ.
    expected_disagreement
        The same, had the codes been dealt out by chance.
    units
        Units with at least two codes.
    codes
        Codes in those units.
    name
        Which coefficient it is.
    """

    coefficient: float
    observed_disagreement: float
    expected_disagreement: float
    units: int
    codes: int
    name: str

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "name": self.name,
            "coefficient": self.coefficient,
            "observed_disagreement": self.observed_disagreement,
            "expected_disagreement": self.expected_disagreement,
            "units": self.units,
            "codes": self.codes,
        }


def kappa(first: FloatArray, second: FloatArray, weights: Weights = Weights.NONE) -> Agreement:
    """Compute Cohen's kappa of two coders.

    Parameters
    ----------
    first, second
        Codes of the same units; a unit that either left out (NaN) is not used ``(n,)``.
    weights
        Cost of a disagreement by the distance of the codes in the ordered list of codes used.

    References
    ----------
    :cite:p:`cohen1960coefficient`, :cite:p:`cohen1968weighted`

    Examples
    --------
    >>> import numpy as np
    >>> one, two = np.repeat([1.0, 1, 0, 0], [20, 5, 10, 15]), np.repeat([1.0, 0, 1, 0], [20, 5, 10, 15])
    >>> round(kappa(one, two).coefficient, 3)
    0.4
    """
    a, b = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    if a.shape != b.shape:
        raise InputError(f"The coders have {len(a)} and {len(b)} units; they must be the same.")
    both = ~(np.isnan(a) | np.isnan(b))
    if not both.any():
        raise InputError("No unit was coded by both coders; code some units twice.")
    levels, codes = np.unique(np.concatenate([a[both], b[both]]), return_inverse=True)
    n, k = int(both.sum()), len(levels)
    table = np.zeros((k, k))
    np.add.at(table, (codes[:n], codes[n:]), 1 / n)
    cost = _cost(k, weights)
    seen = float((cost * table).sum())
    chance = float((cost * np.outer(table.sum(axis=1), table.sum(axis=0))).sum())
    name = "Cohen's kappa" if weights is Weights.NONE else f"Cohen's kappa, {weights} weights"
    return Agreement(_beyond(seen, chance), seen, chance, n, 2 * n, name)


def alpha(codes: FloatArray, metric: Metric = Metric.NOMINAL) -> Agreement:
    """Compute Krippendorff's alpha of any number of coders, with codes missing.

    Parameters
    ----------
    codes
        One row for each coder, one column for each unit; NaN is no code ``(coders, units)``.
    metric
        How the distance of two codes is taken.

    Raises
    ------
    InputError
        If no unit has two codes.

    References
    ----------
    :cite:p:`krippendorff2011computing`
    """
    given = np.asarray(codes, dtype=float)
    paired = (~np.isnan(given)).sum(axis=0) >= _PAIR
    if not paired.any():
        raise InputError("No unit has codes by two coders; code some units twice.")
    used = given[:, paired]
    levels = np.unique(used[~np.isnan(used)])
    together = _coincidences(used, levels)
    totals = together.sum(axis=1)
    n = totals.sum()
    distance = _distance(levels, totals, metric)
    seen = float((together * distance).sum() / n)
    chance = float((np.outer(totals, totals) * distance).sum() / (n * (n - 1)))
    return Agreement(
        _beyond(seen, chance),
        seen,
        chance,
        int(paired.sum()),
        int((~np.isnan(used)).sum()),
        f"Krippendorff's alpha, {metric}",
    )


def _beyond(seen: float, chance: float) -> float:
    return 1 - seen / chance if chance > 0 else float("nan")


def _cost(k: int, weights: Weights) -> FloatArray:
    apart = np.abs(np.subtract.outer(np.arange(k), np.arange(k))).astype(float)
    if weights is Weights.NONE:
        return (apart > 0).astype(float)
    scaled: FloatArray = apart / max(k - 1, 1)
    return scaled if weights is Weights.LINEAR else scaled**2


def _coincidences(used: FloatArray, levels: FloatArray) -> FloatArray:
    """Pairs of codes within units, each unit's pairs weighted by 1 / (its codes - 1)."""
    counts = (used[None] == levels[:, None, None]).sum(axis=1).astype(float)  # (levels, units)
    weighted = counts / (counts.sum(axis=0) - 1)
    together: FloatArray = weighted @ counts.T - np.diag(weighted.sum(axis=1))
    return together


def _distance(levels: FloatArray, totals: FloatArray, metric: Metric) -> FloatArray:
    k = len(levels)
    if metric is Metric.NOMINAL:
        return 1 - np.eye(k)
    # Ordinal codes stand at the middle of their rank among all codes that were given.
    place = levels if metric is Metric.INTERVAL else np.cumsum(totals) - totals / 2
    squared: FloatArray = np.subtract.outer(place, place) ** 2
    return squared
