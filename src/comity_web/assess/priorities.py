"""Whose priorities a page uses: what people have set, and the illustrative rule where nobody has."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from comity.assess.model import PropensityModel
from comity.assess.priority import ILLUSTRATIVE
from comity_web.access.scope import EVERYWHERE, Scope, for_group
from comity_web.assess.models import Priority
from comity_web.assess.scored import score_now
from comity_web.site.computed import computed
from comity_web.world.evidence import panel
from comity_web.world.groups import own_members

_RULE = "ILLUSTRATIVE priority, by a rule that ships with Comity; nobody's policy."


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
    own
        The records behind those that somebody set, by partner.
    """

    figures: Mapping[str, float]
    about: str
    illustrative: bool
    stamp: str
    own: Mapping[str, Priority] = field(default_factory=dict)


def priorities_of(year: int, group: str | None = None, holder: Scope | None = None) -> Priorities:
    """Return the priorities that hold for a year and a grouping.

    Parameters
    ----------
    holder
        Whose: a command's or a country team's go before those set for everywhere. A command's
        grouping has that command's, any other those for everywhere, where left out.
    """
    key = ("priorities", panel().edition, year, group, own_members(group))
    rule = computed(key, lambda: _illustrative(year, group))
    holder = holder or for_group(group)
    own = held_by(holder)
    figures = {**rule.figures, **{p: row.value for p, row in own.items() if row.value is not None}}
    set_here = [p for p in figures if p in own]
    if not set_here:
        return rule
    rest = len(figures) - len(set_here)
    who = holder.title if holder == EVERYWHERE else f"{holder.title}, else for everywhere"
    about = f"Priorities of {len(set_here)} partners are set by planners for {who}."
    if rest:
        about += f" Those of the other {rest} are ILLUSTRATIVE, by a rule that ships with Comity."
    stamp = ";".join(f"{p}={own[p].value}" for p in sorted(set_here))
    return Priorities(figures, about, illustrative=False, stamp=f"{rule.stamp};{stamp}", own=own)


def held_by(holder: Scope) -> dict[str, Priority]:
    """Return what was set for a holder or, behind it, for everywhere, by partner."""
    found: dict[str, Priority] = {}
    for scope in dict.fromkeys((EVERYWHERE, holder)):
        rows = Priority.objects.filter(scope_kind=scope.kind, scope_code=scope.code)
        found |= {row.partner: row for row in rows.filter(value__isnull=False)}
    return found


def _illustrative(year: int, group: str | None) -> Priorities:
    model = computed(("model", ILLUSTRATIVE), lambda: PropensityModel.load(ILLUSTRATIVE))
    scores = score_now(year, group, model)
    return Priorities(
        {scores.partners[i]: float(scores.overall[i]) for i in scores.order},
        _RULE,
        illustrative=True,
        stamp=scores.provenance.recipe,
    )
