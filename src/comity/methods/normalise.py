"""Scaling: indicators with different units brought on to one scale.

A scaling is *fitted* on a reference sample and is then a fixed function of the value, so that
scores of other years, other partners and perturbed values stay comparable.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from comity.terms.arrays import FloatArray
from comity.terms.errors import RecipeError

#: Scaling methods and the parameters that each one takes.
METHODS: Mapping[str, tuple[str, ...]] = {
    "minmax": ("lower", "upper"),
    "winsorised": ("lower", "upper", "tail"),
    "zscore": ("mean", "sd"),
    "logistic": ("lower", "upper"),
    "rank": (),
    "prank": ("lower", "upper"),
    "percentile": ("lower", "upper"),
    "borda": (),
    "goalposts": ("low", "high", "lower", "upper"),
    "target": ("target",),
    "none": (),
}
_DEFAULTS = {"lower": 0.0, "upper": 1.0, "tail": 0.05, "mean": 0.0, "sd": 1.0}


@dataclass(frozen=True, slots=True)
class Scaling:
    """How one indicator is scaled: a method and its parameters.

    Parameters
    ----------
    method
        ``minmax``: reference range on to ``lower``..``upper``. ``winsorised``: the same after
        cutting at the ``tail`` and ``1 - tail`` quantiles. ``zscore``: to the given ``mean`` and
        ``sd`` (sample standard deviation). ``logistic``: 1 / (1 + exp(-z)) of the z-score.
        ``rank``: 1 for the lowest, ties take the smallest rank. ``prank``: (rank - 1)/(n - 1).
        ``percentile``: the same with tied values at the middle of their tie, so that it is
        symmetric under a change of direction. ``borda``: rank - 1. ``goalposts``: fixed ``low``
        and ``high``, cut at both. ``target``: 1 at ``target``, 0 at the lowest, cut at 1.
        ``none``: as it is.
    parameters
        As in the list above; sensible defaults exist for all but ``low``, ``high``, ``target``.

    Raises
    ------
    RecipeError
        If the method or a parameter is unknown, or one that is needed is absent.
    """

    method: str
    parameters: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.method not in METHODS:
            raise RecipeError(
                f"There is no scaling {self.method!r}; choose one of {', '.join(METHODS)}."
            )
        allowed = METHODS[self.method]
        for name in self.parameters:
            if name not in allowed:
                listed = ", ".join(allowed) or "none"
                raise RecipeError(
                    f"The scaling {self.method!r} has no parameter {name!r}; it takes: {listed}."
                )
        for name in allowed:
            if name not in self.parameters and name not in _DEFAULTS:
                raise RecipeError(f"The scaling {self.method!r} needs the parameter {name!r}.")

    def get(self, name: str) -> float:
        """Value of a parameter, or its default."""
        return float(self.parameters.get(name, _DEFAULTS.get(name, np.nan)))


@dataclass(frozen=True, slots=True, eq=False)
class Scaler:
    """A scaling fitted on a reference sample: a fixed, non-decreasing function of the value.

    Parameters
    ----------
    scaling
        What was fitted.
    reference
        Reference values without NaN, sorted ``(m,)``.
    first, second
        The two numbers that the method needs: minimum and maximum, cut points, or mean and
        standard deviation.
    """

    scaling: Scaling
    reference: FloatArray
    first: float
    second: float

    @property
    def constant(self) -> bool:
        """Whether the reference holds no information: fewer than two different values."""
        return len(self.reference) < 2 or bool(self.reference[0] == self.reference[-1])

    def __call__(self, x: FloatArray) -> FloatArray:
        """Scale values of any shape; NaN stays NaN.

        Values outside the reference are extrapolated by ``minmax`` and ``zscore`` and cut by all
        other methods.
        """
        method = self.scaling.method
        if method in {"rank", "prank", "percentile", "borda"}:
            return self._by_rank(x, method)
        if method == "none":
            return x
        if method == "target":
            return np.minimum(1.0 - (self.second - x) / (self.second - self.first), 1.0)
        if method in {"zscore", "logistic"}:
            return self._by_z(x, method)
        if method in {"winsorised", "goalposts"}:
            x = np.clip(x, self.first, self.second)
        low, high = self.scaling.get("lower"), self.scaling.get("upper")
        return (x - self.first) / (self.second - self.first) * (high - low) + low

    def within_range(self, x: FloatArray) -> FloatArray:
        """Scale values and cut min-max at its range, for values with random error added.

        A published value may lie outside the frozen reference and is then extrapolated; an error
        drawn at random should not carry a value out of the scale on which means are taken.
        """
        scaled = self(x)
        if self.scaling.method != "minmax":
            return scaled
        return np.clip(scaled, self.scaling.get("lower"), self.scaling.get("upper"))

    def _by_z(self, x: FloatArray, method: str) -> FloatArray:
        z = (x - self.first) / self.second
        if method == "zscore":
            return z * self.scaling.get("sd") + self.scaling.get("mean")
        low, high = self.scaling.get("lower"), self.scaling.get("upper")
        return low + (high - low) / (1.0 + np.exp(-z))

    def _by_rank(self, x: FloatArray, method: str) -> FloatArray:
        below = np.searchsorted(self.reference, x, side="left").astype(float)
        if method == "percentile":
            upto = np.searchsorted(self.reference, x, side="right")
            below += np.maximum(upto - below - 1.0, 0.0) / 2.0
        top = len(self.reference) - 1.0
        below = np.minimum(below, top)
        below[np.isnan(x)] = np.nan
        if method == "rank":
            return below + 1.0
        if method == "borda":
            return below
        low, high = self.scaling.get("lower"), self.scaling.get("upper")
        return low + below / top * (high - low)


def fit(reference: FloatArray, scaling: Scaling) -> Scaler:
    """Fit a scaling on a reference sample.

    Parameters
    ----------
    reference
        Values of the reference sample, already transformed and turned so that high is favourable
        ``(m,)``; NaN is left out.
    scaling
        What to fit.

    References
    ----------
    :cite:p:`oecd2008handbook`; the conventions for ties and for the sample standard deviation
    follow :cite:p:`becker2022coinr`.

    Examples
    --------
    >>> import numpy as np
    >>> fit(np.array([2.0, 4.0, 6.0]), Scaling("minmax"))(np.array([3.0, np.nan])).tolist()
    [0.25, nan]
    """
    sample = np.sort(reference[~np.isnan(reference)])
    first, second = np.nan, np.nan
    if len(sample):
        first, second = float(sample[0]), float(sample[-1])
        if scaling.method == "winsorised":
            tail = scaling.get("tail")
            first, second = (float(q) for q in np.quantile(sample, [tail, 1.0 - tail]))
            if first == second:
                first, second = float(sample[0]), float(sample[-1])
        elif scaling.method in {"zscore", "logistic"}:
            spread = float(np.std(sample, ddof=1)) if len(sample) > 1 else np.nan
            first, second = float(np.mean(sample)), spread
        elif scaling.method == "goalposts":
            first, second = scaling.get("low"), scaling.get("high")
        elif scaling.method == "target":
            second = scaling.get("target")
    return Scaler(scaling, sample, first, second)
