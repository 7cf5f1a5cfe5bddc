"""An estimate: what a model found, with what it assumed, dropped and may be called."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from comity.terms.provenance import Provenance

if TYPE_CHECKING:
    import pandas as pd


class Claim(StrEnum):
    """What a coefficient may be called."""

    ASSOCIATION = "association"
    EFFECT = "effect"


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One named quantity of one model.

    Parameters
    ----------
    term
        Name of the term as the formula writes it.
    estimate, std_error, statistic, p_value
        Point, standard error, their ratio, and the two-sided p-value.
    low, high
        95 % confidence interval.
    """

    term: str
    estimate: float
    std_error: float
    statistic: float
    p_value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """What one model found.

    Parameters
    ----------
    outcome
        Name of the outcome.
    estimator
        Such as ``"ordinary least squares"``.
    coefficients
        One for each term that was kept.
    nobs
        Rows used.
    errors
        What the standard errors allow for, such as ``"clustered by unit (CR1)"``.
    small_sample
        The small-sample rule, named.
    degrees
        Degrees of freedom of the t distribution; infinite for the normal one.
    clusters
        Number of clusters of each clustering variable.
    statistics
        Further numbers by name (fit, first stage, tests).
    dropped
        Terms and rows left out, one sentence each.
    notes
        Warnings that belong with the numbers, one sentence each.
    claim
        Whether the design lets a coefficient be called an effect.
    provenance
        What it takes to make the estimate again.
    """

    outcome: str
    estimator: str
    coefficients: tuple[Coefficient, ...]
    nobs: int
    errors: str
    small_sample: str
    degrees: float
    clusters: dict[str, int] = field(default_factory=dict)
    statistics: dict[str, float] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    claim: Claim = Claim.ASSOCIATION
    provenance: Provenance | None = None

    def __getitem__(self, term: str) -> Coefficient:
        """Coefficient of one term."""
        for coefficient in self.coefficients:
            if coefficient.term == term:
                return coefficient
        raise KeyError(term)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)

    def to_frame(self) -> "pd.DataFrame":
        """One row for each coefficient."""
        import pandas as pd

        return pd.DataFrame([asdict(c) for c in self.coefficients])
