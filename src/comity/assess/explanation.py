"""Why a partner scores as it does: a decomposition that adds up exactly."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.methods.contributions import Contributions, decompose
from comity.terms.arrays import FloatArray

if TYPE_CHECKING:
    import pandas as pd

    from comity.assess.scores import Scores


@dataclass(frozen=True, slots=True)
class Line:
    """What one indicator does to a partner's score.

    Parameters
    ----------
    construct, indicator, title, unit
        What it is.
    value, observed, age
        The value, its year and its age in years; None where missing.
    scaled
        On the model's scale; None where missing.
    weight
        Share of the partner's score that it carries, 0-1; zero where missing.
    contribution
        Points that it adds to or takes from the baseline.
    imputed
        Whether a stand-in fills it.
    source, vintage
        Who publishes it, and in which edition; None where missing or set by hand.
    """

    construct: str
    indicator: str
    title: str
    unit: str
    value: float | None
    observed: int | None
    age: int | None
    scaled: float | None
    weight: float
    contribution: float
    imputed: bool
    source: str
    vintage: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A score taken apart: ``baseline`` plus all contributions is the score.

    Parameters
    ----------
    partner, name, year, score, rank
        Whose score.
    baseline
        Score of an imaginary partner that has the median scaled value of the scored partners on
        every indicator that this partner has.
    lines
        One for each indicator of the model, observed or not.
    constructs
        Contribution of each construct; the sum over its indicators.
    missing
        What was missing and what was done about it, one sentence each.
    """

    partner: str
    name: str
    year: int
    score: float
    rank: int
    baseline: float
    lines: tuple[Line, ...]
    constructs: dict[str, float]
    missing: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        from dataclasses import asdict

        return asdict(self)

    def to_frame(self) -> "pd.DataFrame":
        """One row for each indicator."""
        import pandas as pd

        return pd.DataFrame([line_row(line) for line in self.lines])


def line_row(line: Line) -> dict[str, Any]:
    """Return a line as a mapping."""
    from dataclasses import asdict

    return asdict(line)


def median_partner(scaled: FloatArray) -> FloatArray:
    """Median of each indicator ``(n, J)``; NaN where nobody has a value ``(J,)``."""
    seen = ~np.isnan(scaled).all(axis=0)
    medians = np.full(scaled.shape[1], np.nan)
    medians[seen] = np.nanmedian(scaled[:, seen], axis=0)
    return medians


def explain(scores: "Scores", row: int) -> Explanation:
    """Decompose one partner's score.

    Assumptions
    -----------
    Contributions are differences from the median partner on the scale where the mean is
    arithmetic, rescaled so that they add up to the difference of the scores (logarithmic-mean
    decomposition). With arithmetic means that is weight times difference.
    """
    parts = decompose(
        scores.scaled[row],
        median_partner(scores.scaled[scores.order]),
        scores.tree,
        scores.model.aggregation,
        usable=_usable(scores, row),
    )
    lines = tuple(_line(scores, row, j, parts) for j in range(len(scores.model.uses)))
    totals = {
        c.id: float(sum(line.contribution for line in lines if line.construct == c.id))
        for c in scores.model.constructs
    }
    return Explanation(
        scores.partners[row],
        scores.names[row],
        scores.year,
        float(scores.overall[row]),
        int(scores.rank[row]),
        parts.baseline,
        lines,
        totals,
        _missing(scores, row),
    )


def _usable(scores: "Scores", row: int) -> np.typing.NDArray[np.bool_]:
    return ~np.isnan(scores.constructs[row])


def _line(scores: "Scores", row: int, j: int, parts: Contributions) -> Line:
    use = scores.model.uses[j]
    about = scores.snapshot
    value, scaled = about.values[row, j], scores.scaled[row, j]
    seen = not np.isnan(value)
    observed = int(about.observed[row, j]) if seen else None
    indicator = scores.catalogue[use.id]
    construct = scores.model.constructs[int(scores.tree.levels[0].parent[j])]
    return Line(
        construct=construct.id,
        indicator=use.id,
        title=indicator.title,
        unit=indicator.unit,
        value=float(value) if seen else None,
        observed=observed,
        age=scores.year - observed if observed is not None else None,
        scaled=None if np.isnan(scaled) else float(scaled),
        weight=float(parts.weight[j]),
        contribution=float(parts.contribution[j]),
        imputed=bool(scores.imputed[row, j]),
        source=indicator.publisher,
        vintage=about.vintages[about.vintage[row, j]] if about.vintage[row, j] >= 0 else None,
    )


def _missing(scores: "Scores", row: int) -> tuple[str, ...]:
    said = []
    bottom = scores.tree.levels[0]
    for j, use in enumerate(scores.model.uses):
        if not np.isnan(scores.scaled[row, j]) and not scores.imputed[row, j]:
            continue
        construct = scores.model.constructs[int(bottom.parent[j])]
        if scores.imputed[row, j]:
            done = "the median of its region and income group stands in"
        elif np.isnan(scores.constructs[row, int(bottom.parent[j])]):
            done = f"{construct.label} is left out of the score"
        else:
            done = f"its weight goes to the rest of {construct.label}"
        said.append(f"{use.id}: {done}.")
    return tuple(said)
