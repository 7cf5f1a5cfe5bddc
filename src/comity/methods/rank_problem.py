"""What the rank-uncertainty engine is asked: everything that may vary, as one value."""

from dataclasses import dataclass, field

import numpy as np

from comity.methods.means import MEANS
from comity.methods.normalise import Scaler
from comity.methods.weight_noise import WeightNoise
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import RecipeError
from comity.terms.hierarchy import Hierarchy


@dataclass(frozen=True, slots=True, eq=False)
class Variant:
    """One defensible way to scale and aggregate.

    Parameters
    ----------
    name
        Such as ``"percentile + arithmetic"``.
    scaled
        Scaled indicators ``(n, J)``; NaN where missing.
    means
        One mean for each level, from the indicators upwards.
    scalers
        How each indicator was scaled ``(J,)``; needed only with measurement error.
    """

    name: str
    scaled: FloatArray
    means: tuple[str, ...]
    scalers: tuple[Scaler, ...] = ()

    def __post_init__(self) -> None:
        for mean in self.means:
            if mean not in MEANS:
                raise RecipeError(f"There is no aggregation {mean!r}.")


@dataclass(frozen=True, slots=True, eq=False)
class MeasurementError:
    """Publishers' standard errors, carried through transform, direction and scaling.

    Parameters
    ----------
    columns
        Positions of the indicators that have errors ``(e,)``.
    value, error
        Values on the scale on which the error is normal, and its standard deviation ``(n, e)``;
        an error of zero or NaN leaves the value as it is.
    transforms, signs
        Transform and direction (+1 or -1) that lead from there to what the scaler was fitted on.
    """

    columns: IntArray
    value: FloatArray
    error: FloatArray
    transforms: tuple[str, ...]
    signs: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Donors:
    """Who may stand in for a missing value.

    Parameters
    ----------
    cells
        Row and column of every missing cell to fill ``(c, 2)``.
    start, count
        Where each cell's donors begin in ``rows`` and how many there are ``(c,)``.
    rows
        Row numbers of the donors, concatenated.
    """

    cells: IntArray
    start: IntArray
    count: IntArray
    rows: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class RankProblem:
    """Units to rank and everything that is uncertain about it.

    Parameters
    ----------
    tree
        Levels and nominal weights.
    variants
        Ways to scale and aggregate; the first is the nominal one.
    probability
        Of each variant ``(v,)``, adding up to one.
    noise
        How weights vary.
    available
        For each level above the indicators, which nodes may be used for which units
        ``(n, groups)``: coverage is decided once, at the nominal weights.
    errors, donors
        Measurement error and stand-ins for missing values, where wanted.
    """

    tree: Hierarchy
    variants: tuple[Variant, ...]
    probability: FloatArray
    noise: WeightNoise
    available: tuple[BoolArray, ...]
    errors: MeasurementError | None = None
    donors: Donors | None = None
    units: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        if not self.variants:
            raise RecipeError("There is no variant to draw from; give at least one.")
        if not np.isclose(self.probability.sum(), 1.0) or (self.probability < 0).any():
            raise RecipeError("The probabilities of the variants must be positive and add to one.")

    @property
    def size(self) -> int:
        """How many units there are."""
        return int(self.variants[0].scaled.shape[0])
