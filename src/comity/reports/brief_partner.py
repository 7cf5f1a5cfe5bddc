"""What the brief's page of one partner says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from comity.assess.explanation import Explanation, Line, explain
from comity.assess.scores import Scores
from comity.reports.numbers_in_words import short, signed

_MOST = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """A construct of one partner; positions are per cent of the bar's length."""

    title: str
    score: str
    length: float | None
    median: float | None
    coverage: float
    points: str
    flag: str


@dataclass(frozen=True, slots=True)
class PartnerPage:
    """Everything on a partner's page that comes from its scores.

    Parameters
    ----------
    partner, name, rank, score, coverage
        Who, and how it came out; ``rank`` is 0 where it is not scored.
    baseline
        Score of the median partner on what this partner has; empty where it is not scored.
    bars
        One for each construct.
    lifts, lowers
        Indicators that add and take most.
    missing
        What was missing and what it did, one sentence each.
    flags
        Constructs that rest on little.
    """

    partner: str
    name: str
    rank: int
    score: str
    coverage: float
    baseline: str
    bars: tuple[Bar, ...]
    lifts: tuple[dict[str, str], ...]
    lowers: tuple[dict[str, str], ...]
    missing: tuple[str, ...]
    flags: tuple[str, ...]


def partner_pages(scores: Scores) -> tuple[PartnerPage, ...]:
    """Pages of all partners, best first, those that are not scored last."""
    scored = scores.constructs[scores.order]
    known = ~np.isnan(scored)
    medians = np.array(
        [
            np.median(scored[known[:, k], k]) if known[:, k].any() else np.nan
            for k in range(scored.shape[1])
        ]
    )
    ends = _ends(scores.constructs)
    flags = scores.flags
    rest = np.flatnonzero(scores.rank == 0)
    return tuple(
        _page(scores, int(row), medians, ends, flags[int(row)]) for row in (*scores.order, *rest)
    )


def _ends(constructs: "np.typing.NDArray[np.float64]") -> tuple[float, float]:
    """Ends of every bar: from zero, or from the lowest score where scores go below."""
    if np.isnan(constructs).all():
        return 0.0, 1.0
    low, high = min(0.0, float(np.nanmin(constructs))), float(np.nanmax(constructs))
    return low, high if high > low else low + 1.0


def _page(
    scores: Scores,
    row: int,
    medians: "np.typing.NDArray[np.float64]",
    ends: tuple[float, float],
    flags: Sequence[str],
) -> PartnerPage:
    taken = explain(scores, row) if scores.rank[row] > 0 else None
    ordered = sorted(
        (line for line in taken.lines if line.weight > 0) if taken else (),
        key=lambda line: -line.contribution,
    )
    lifts = [line for line in ordered if line.contribution > 0][:_MOST]
    lowers = [line for line in reversed(ordered) if line.contribution < 0][:_MOST]
    return PartnerPage(
        partner=scores.partners[row],
        name=scores.names[row],
        rank=int(scores.rank[row]),
        score=short(float(scores.overall[row])),
        coverage=float(scores.overall_coverage[row]),
        baseline=short(taken.baseline) if taken else "",
        bars=tuple(_bar(scores, (row, k), medians[k], ends, taken) for k in range(len(medians))),
        lifts=tuple(_line(line) for line in lifts),
        lowers=tuple(_line(line) for line in lowers),
        missing=_missing(scores, row),
        flags=tuple(flags),
    )


def _bar(
    scores: Scores,
    at: tuple[int, int],
    median: float,
    ends: tuple[float, float],
    taken: Explanation | None,
) -> Bar:
    row, k = at
    value, coverage = float(scores.constructs[row, k]), float(scores.coverage[row, k])
    construct, rules = scores.model.constructs[k], scores.model.missing
    flag = ""
    if np.isnan(value):
        flag = "left out"
    elif coverage < rules.flag_below - 1e-12:
        flag = "rests on little"
    counted = taken is not None and not np.isnan(value)
    return Bar(
        title=construct.label,
        score=short(value),
        length=None if np.isnan(value) else _share(value, ends),
        median=None if np.isnan(median) else _share(median, ends),
        coverage=coverage,
        points=signed(taken.constructs[construct.id]) if taken and counted else "",
        flag=flag,
    )


def _share(value: float, ends: tuple[float, float]) -> float:
    return round(100 * (value - ends[0]) / (ends[1] - ends[0]), 1)


def _line(line: Line) -> dict[str, Any]:
    return {
        "title": line.title,
        "id": line.indicator,
        "value": short(line.value) if not line.imputed else "stand-in",
        "unit": line.unit if not line.imputed else "median of its peers",
        "year": "" if line.observed is None else str(line.observed),
        "age": "" if not line.age else f"{line.age} y. old",
        "points": signed(line.contribution),
        "source": line.source,
    }


def _missing(scores: Scores, row: int) -> tuple[str, ...]:
    """What was missing, by construct, and what was done about it."""
    said = []
    parents = scores.tree.levels[0].parent
    for k, construct in enumerate(scores.model.constructs):
        members = np.flatnonzero(parents == k).tolist()
        filled = [j for j in members if scores.imputed[row, j]]
        gone = [
            j for j in members if np.isnan(scores.scaled[row, j]) and not scores.scalers[j].constant
        ]
        if filled:
            said.append(
                f"{_titles(scores, filled)}: the median of its region and income group stands in."
            )
        if gone and np.isnan(scores.constructs[row, k]):
            said.append(f"{_titles(scores, gone)}: {construct.label} is left out of the score.")
        elif gone:
            said.append(
                f"{_titles(scores, gone)}: the weight goes to the rest of {construct.label}."
            )
    return tuple(said)


def _titles(scores: Scores, columns: Sequence[int]) -> str:
    return ", ".join(scores.catalogue[scores.model.uses[j].id].title for j in columns)
