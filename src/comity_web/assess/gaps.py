"""What is not known of a partner, or only from long ago, and what that does to its score."""

from dataclasses import dataclass

import numpy as np

from comity.assess.scores import Scores
from comity.world.panel import Panel

#: Values at least this old are named though they count; a Comity default.
OLD = 3
_EVER = 9999


@dataclass(frozen=True, slots=True)
class Gap:
    """One indicator of the model that is missing, or old.

    Parameters
    ----------
    indicator, title, construct
        Which.
    last
        Year of the latest value; None where there never was one.
    counts
        Whether that value is fresh enough to count.
    does
        What it does to the score.
    """

    indicator: str
    title: str
    construct: str
    last: int | None
    counts: bool
    does: str


def gaps(panel: Panel, scores: Scores, row: int) -> list[Gap]:
    """Return what is missing first, then what is old, oldest first."""
    uses = scores.model.uses
    names = [use.id for use in uses]
    partner = scores.partners[row]
    ever = panel.at(names, scores.year, max_age=_EVER, partners=[partner])
    found = []
    for j, use in enumerate(uses):
        counts = not np.isnan(scores.snapshot.values[row, j])
        last = int(ever.observed[0, j]) or None
        if counts and (last is None or scores.year - last < OLD):
            continue
        construct = scores.model.constructs[int(scores.tree.levels[0].parent[j])].label
        title = scores.catalogue[use.id].title
        does = _does(scores, row, j, construct, counts=counts)
        found.append(Gap(use.id, title, construct, last, counts, does))
    return sorted(found, key=lambda gap: (gap.counts, gap.last or 0))


def _does(scores: Scores, row: int, j: int, construct: str, *, counts: bool) -> str:
    k = int(scores.tree.levels[0].parent[j])
    if counts:
        return "Counts, though old."
    if scores.imputed[row, j]:
        return "The median of its region and income group stands in."
    if np.isnan(scores.constructs[row, k]):
        return f"{construct} is left out of the score."
    return f"Its weight goes to the rest of {construct}."
