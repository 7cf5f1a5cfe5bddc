"""The parts of a propensity model."""

from dataclasses import dataclass
from math import isfinite

from comity.methods.normalise import Scaling
from comity.methods.transform import TRANSFORMS
from comity.terms.errors import RecipeError
from comity.terms.indicator import Direction

MISSING_RULES = ("available", "group-median")


@dataclass(frozen=True, slots=True)
class IndicatorUse:
    """How a model uses one indicator.

    Parameters
    ----------
    id
        Indicator of the panel.
    weight
        Within its construct; rescaled to add up to one.
    direction
        Which way is favourable; the catalogue's own where left out.
    transform
        Applied to the value before scaling.
    scaling
        In place of the model's.
    max_age
        In years, in place of the model's.
    optional
        Whether the model may be scored from a panel that does not hold it; said in the result.
    """

    id: str
    weight: float = 1.0
    direction: Direction | None = None
    transform: str = "none"
    scaling: Scaling | None = None
    max_age: int | None = None
    optional: bool = False

    def __post_init__(self) -> None:
        if self.transform not in TRANSFORMS:
            raise RecipeError(
                f"The indicator {self.id!r} names the transform {self.transform!r}; "
                f"choose one of {', '.join(TRANSFORMS)}."
            )
        if self.direction is Direction.NEUTRAL:
            raise RecipeError(
                f"The indicator {self.id!r} is scored, so its direction must be higher or lower."
            )


@dataclass(frozen=True, slots=True)
class Construct:
    """A group of indicators that stand for one idea."""

    id: str
    indicators: tuple[IndicatorUse, ...]
    title: str = ""
    weight: float = 1.0
    notes: str = ""

    @property
    def label(self) -> str:
        """Title, or the id where there is none."""
        return self.title or self.id


@dataclass(frozen=True, slots=True)
class Override:
    """A value that the user sets in place of the panel's, with the reason.

    Parameters
    ----------
    partner, indicator
        Ids.
    value
        In the indicator's own unit; it counts in every year.
    reason
        Why; it is carried into every result.
    """

    partner: str
    indicator: str
    value: float
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise RecipeError(
                f"The override of {self.indicator} for {self.partner} has no reason; give one."
            )
        if not isfinite(self.value):
            raise RecipeError(
                f"The override of {self.indicator} for {self.partner} must be a number."
            )

    @property
    def sentence(self) -> str:
        """What was set, to what, and why."""
        return f"{self.indicator} of {self.partner} is set to {self.value:g}: {self.reason}"


@dataclass(frozen=True, slots=True)
class MissingRule:
    """What is done about missing values; the numbers are Comity defaults.

    Parameters
    ----------
    max_age
        Oldest value that still counts, in years.
    flag_below
        A construct with a smaller share of its weight observed is flagged.
    drop_below
        ... is left out of the score.
    top_below
        A partner with a smaller share of the constructs' weight is not scored.
    rule
        ``available``: the weight of what is missing goes to what is there. ``group-median``: the
        median of the partner's World Bank region and income group stands in, and is flagged.
    """

    max_age: int = 5
    flag_below: float = 0.6
    drop_below: float = 0.4
    top_below: float = 0.5
    rule: str = "available"

    def __post_init__(self) -> None:
        if self.rule not in MISSING_RULES:
            raise RecipeError(
                f"There is no missing-data rule {self.rule!r}; choose one of "
                f"{', '.join(MISSING_RULES)}."
            )
        if self.max_age < 0:
            raise RecipeError(f"The maximum age must be zero years or more, not {self.max_age}.")
        for name in ("flag_below", "drop_below", "top_below"):
            if not 0 <= getattr(self, name) <= 1:
                raise RecipeError(f"{name} is a share and must lie between 0 and 1.")


@dataclass(frozen=True, slots=True)
class Reference:
    """Sample and year on which scaling is fitted, so that scores compare across runs.

    Parameters
    ----------
    year
        Of the reference sample; the year that is scored where left out.
    group
        A grouping, or ``"states"``: every state of the system except the United States.
    """

    year: int | None = None
    group: str = "states"
