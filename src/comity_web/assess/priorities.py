"""Whose priorities a page uses: the illustrative rule, until people have set their own."""

from collections.abc import Mapping
from dataclasses import dataclass

from comity.assess.model import PropensityModel
from comity.assess.priority import ILLUSTRATIVE
from comity_web.assess.scored import score_now
from comity_web.site.computed import computed
from comity_web.world.evidence import panel
from comity_web.world.groups import own_members


@dataclass(frozen=True, slots=True)
class Priorities:
    """Priorities of partners, and what a reader must know about them.

    Parameters
    ----------
    figures
        By partner id; only the order matters.
    about
        One sentence: whose they are.
    illustrative
        Whether they come from the rule that ships and from nobody's decision.
    stamp
        Changes with the figures, so that what was computed from them can be kept.
    """

    figures: Mapping[str, float]
    about: str
    illustrative: bool
    stamp: str


def priorities_of(year: int, group: str | None = None) -> Priorities:
    """Return the priorities that hold for a year and a grouping."""
    key = ("priorities", panel().edition, year, group, own_members(group))
    return computed(key, lambda: _illustrative(year, group))


def _illustrative(year: int, group: str | None) -> Priorities:
    model = computed(("model", ILLUSTRATIVE), lambda: PropensityModel.load(ILLUSTRATIVE))
    scores = score_now(year, group, model)
    return Priorities(
        {scores.partners[i]: float(scores.overall[i]) for i in scores.order},
        "ILLUSTRATIVE priority, by a rule that ships with Comity; nobody's policy.",
        illustrative=True,
        stamp=scores.provenance.recipe,
    )
