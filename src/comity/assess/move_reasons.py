"""Why a partner moved between two sets of scores: what each construct adds now and added before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from comity.assess.explanation import median_partner
from comity.methods.contributions import decompose

if TYPE_CHECKING:
    from comity.assess.scores import Scores


#: Smaller changes, in points, are noise of rounding and not told.
_LEAST = 0.005


@dataclass(frozen=True, slots=True)
class Reason:
    """What one construct has to do with a move.

    Parameters
    ----------
    construct, label
        Which; the label of the later model where it has the construct.
    before, after
        Points that it added to the score against the median partner; zero where the model does
        not have it.
    """

    construct: str
    label: str
    before: float
    after: float

    @property
    def change(self) -> float:
        """Points gained, negative where lost."""
        return self.after - self.before

    @property
    def sentence(self) -> str:
        """The same in words."""
        change, before, after = (
            f"{x:+.1f}".replace("-", "−") for x in (self.change, self.before, self.after)
        )
        return f"{self.label} {change} ({before} to {after})"


def move_reasons(
    before: "Scores", after: "Scores", partners: Sequence[str]
) -> dict[str, tuple[Reason, ...]]:
    """Take the moves of partners apart by constructs, each partner's largest change first.

    Parameters
    ----------
    before, after
        Two sets of scores that both hold the partners.
    partners
        Ids or names.

    Returns
    -------
    dict
        By partner as named: one reason for each construct of either model whose contribution
        changed by 0.005 points or more.

    Assumptions
    -----------
    Contributions are the exact decomposition of :func:`comity.assess.explanation.explain`, against
    the median of the partners scored. A rank is relative, so what lifts everybody alike moves
    nobody and hardly shows here.

    Raises
    ------
    UnknownName, InputError
        If a partner is unknown or not among those scored.

    References
    ----------
    :cite:p:`ang2005lmdi`
    """
    old, new = _points(before, partners), _points(after, partners)
    labels = {c.id: c.label for model in (before.model, after.model) for c in model.constructs}
    return {partner: _reasons(labels, old[partner], new[partner]) for partner in partners}


def _reasons(
    labels: Mapping[str, str], old: Mapping[str, float], new: Mapping[str, float]
) -> tuple[Reason, ...]:
    reasons = [Reason(k, labels[k], old.get(k, 0.0), new.get(k, 0.0)) for k in labels]
    told = [one for one in reasons if abs(one.change) >= _LEAST]
    return tuple(sorted(told, key=lambda one: -abs(one.change)))


def _points(scores: "Scores", partners: Sequence[str]) -> dict[str, dict[str, float]]:
    """Points that each construct adds to each partner's score; the medians are taken once."""
    medians = median_partner(scores.scaled[scores.order])
    parent = scores.tree.levels[0].parent
    names = [c.id for c in scores.model.constructs]
    points = {}
    for partner in partners:
        row = scores.row(partner)
        parts = decompose(
            scores.scaled[row],
            medians,
            scores.tree,
            scores.model.aggregation,
            usable=~np.isnan(scores.constructs[row]),
        )
        totals = np.bincount(parent, weights=parts.contribution, minlength=len(names))
        points[partner] = dict(zip(names, totals.tolist(), strict=True))
    return points
