"""What a map of partners can show: propensity, priority, funding, mismatch and coverage, in classes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from comity.assess.funding import Funding
from comity.assess.matching import LABELS, Matches
from comity.assess.scores import Scores
from comity.reports.chart_theme import LABEL_COLOURS, NO_DATA, STEPS
from comity.reports.figure import listed
from comity.reports.numbers_in_words import money

FIFTHS = ("bottom fifth", "lower middle fifth", "middle fifth", "upper middle fifth", "top fifth")
SHARES = ("under half", "50 to 70 %", "70 to 85 %", "85 to 95 %", "95 % or more")
_SHARE_ENDS = (0.5, 0.7, 0.85, 0.95)
_NOTHING = "#f3efe4"


@dataclass(frozen=True, slots=True)
class MapLayer:
    """One thing that a map shows of each partner, in a few classes.

    Parameters
    ----------
    name, title, summary
        Short name; what is shown; what a reader who cannot it should know.
    classes
        Label and colour of each class, lowest first.
    missing
        What it means to be in no class.
    place
        Class of each partner by id; -1 for no class. Partners outside the question are absent.
    value
        The figure behind the class; None where there is none.
    said
        One sentence for each partner.
    unit
        Of the figures; empty where they are words.
    """

    name: str
    title: str
    summary: str
    classes: tuple[tuple[str, str], ...]
    missing: str
    place: Mapping[str, int]
    value: Mapping[str, float | str | None]
    said: Mapping[str, str]
    unit: str = ""

    def colour(self, partner: str) -> str:
        """Colour of a partner; grey where it is in no class."""
        at = self.place.get(partner, -1)
        return self.classes[at][1] if at >= 0 else NO_DATA


def propensity_layer(scores: Scores) -> MapLayer:
    """Scores in fifths of the partners that are scored."""
    figures = {scores.partners[i]: float(scores.overall[i]) for i in scores.order}
    count = len(figures)
    said = {
        partner: f"{name}: {scores.overall[i]:.1f}, rank {scores.rank[i]} of {count}"
        if scores.rank[i]
        else f"{name}: not scored, too little is known"
        for i, (partner, name) in enumerate(zip(scores.partners, scores.names, strict=True))
    }
    best = [scores.names[i] for i in scores.order]
    summary = (
        f"A stronger colour means a higher propensity; each colour holds a fifth of the {count} partners scored. "
        f"Highest: {listed(best[:5])}. Lowest: {listed(best[-5:])}."
    )
    return _fifths(
        scores, figures, said, ("propensity", "Propensity for cooperation", summary, "not scored")
    )


def priority_layer(scores: Scores, priority: Mapping[str, float], about: str) -> MapLayer:
    """Priorities in fifths of the partners that have one.

    Parameters
    ----------
    scores
        The partners of the question.
    priority
        By partner id; only the order matters.
    about
        Whose priority it is.
    """
    figures = {p: priority[p] for p in scores.partners if p in priority}
    names = dict(zip(scores.partners, scores.names, strict=True))
    said = {
        p: f"{name}: priority {figures[p]:.1f}" if p in figures else f"{name}: no priority"
        for p, name in names.items()
    }
    first = [names[p] for p in sorted(figures, key=lambda p: -figures[p])[:5]]
    summary = (
        f"{about} A stronger colour means a higher priority. Highest: {listed(first) or 'none'}."
    )
    return _fifths(scores, figures, said, ("priority", "Priority", summary, "no priority"))


def funding_layer(scores: Scores, funding: Funding) -> MapLayer:
    """Mean yearly funding: none, then fifths of the partners that get any."""
    names = dict(zip(scores.partners, scores.names, strict=True))
    figures = {p: funding.amounts[p] for p in names if p in funding.amounts}
    paid = {p: x for p, x in figures.items() if x > 0}
    place = dict.fromkeys(names, -1) | dict.fromkeys(figures, 0)
    place |= {p: at + 1 for p, at in _by_fifth(paid).items()}
    said = {
        p: f"{name}: US$ {money(figures[p])} a year" if p in figures else f"{name}: no figure"
        for p, name in names.items()
    }
    first, last = funding.years
    years = f"FY{first}" if first == last else f"FY{first}-{last}, yearly mean"
    top = [names[p] for p in sorted(paid, key=lambda p: -paid[p])[:5]]
    summary = (
        f"{years}, {funding.unit}. {funding.note} A stronger colour means more; each colour holds a fifth of the "
        f"{len(paid)} partners that get any. Most: {listed(top) or 'none'}."
    )
    labels = ("none, or less than was taken back", *FIFTHS)
    return MapLayer(
        "funding",
        "US funding",
        summary,
        tuple(zip(labels, (_NOTHING, *STEPS), strict=True)),
        "no figure",
        place,
        {p: figures.get(p) for p in names},
        said,
        funding.unit,
    )


def mismatch_layer(scores: Scores, matches: Matches) -> MapLayer:
    """Where funding and what one would expect of it disagree."""
    rows = {row["partner"]: row for row in matches.rows()}
    names = dict(zip(scores.partners, scores.names, strict=True))
    place = {p: LABELS.index(rows[p]["label"]) if p in rows else -1 for p in names}
    said = {
        p: f"{name}: {rows[p]['label']}, funding {rows[p]['gap']:+.0%} from what would be expected"
        if p in rows
        else f"{name}: not compared"
        for p, name in names.items()
    }
    counted = [
        f"{sum(row['label'] == label for row in rows.values())} {label}" for label in LABELS[:3]
    ]
    summary = (
        f"{len(rows)} partners compared: {'; '.join(counted)}. Review: much funding where priority and "
        "propensity are low. Needs workarounds: much funding, high priority, low propensity. Possible "
        "under-investment: little funding where both are high. Labels are Comity defaults."
    )
    return MapLayer(
        "mismatch",
        "Mismatch of funding, priority and propensity",
        summary,
        tuple((label, LABEL_COLOURS[label]) for label in LABELS),
        "not compared",
        place,
        {p: rows[p]["gap"] if p in rows else None for p in names},
        said,
        "share of ranks",
    )


def coverage_layer(scores: Scores) -> MapLayer:
    """Share of the model's indicators that have a value no older than the model allows."""
    share = (~np.isnan(scores.snapshot.values)).mean(axis=1)
    names = dict(zip(scores.partners, scores.names, strict=True))
    figures = dict(zip(scores.partners, (float(x) for x in share), strict=True))
    place = {p: int(np.searchsorted(_SHARE_ENDS, x, side="right")) for p, x in figures.items()}
    thin = [names[p] for p in sorted(figures, key=lambda p: figures[p])[:5]]
    summary = (
        f"A stronger colour means that more of the model's {scores.snapshot.values.shape[1]} indicators have a "
        f"value fresh enough to count. Median {np.median(share):.0%}. "
        f"Least is known of {listed(thin)}."
    )
    return MapLayer(
        "coverage",
        "Coverage of the model's indicators",
        summary,
        tuple(zip(SHARES, STEPS, strict=True)),
        "no figure",
        place,
        dict(figures),
        {p: f"{name}: {figures[p]:.0%} of indicators known" for p, name in names.items()},
        "share",
    )


def _fifths(
    scores: Scores,
    figures: Mapping[str, float],
    said: Mapping[str, str],
    words: tuple[str, str, str, str],
) -> MapLayer:
    name, title, summary, missing = words
    return MapLayer(
        name,
        title,
        summary,
        tuple(zip(FIFTHS, STEPS, strict=True)),
        missing,
        dict.fromkeys(scores.partners, -1) | _by_fifth(figures),
        {p: figures.get(p) for p in scores.partners},
        said,
        "points",
    )


def _by_fifth(figures: Mapping[str, float]) -> dict[str, int]:
    """Class 0-4 of each; equal figures share the class of the best among them."""
    values = np.array(list(figures.values()))
    ordered = np.sort(-values)
    rank = np.searchsorted(ordered, -values, side="left")
    classes: Sequence[int] = (4 - np.minimum(rank * 5 // max(len(values), 1), 4)).tolist()
    return dict(zip(figures, classes, strict=True))
