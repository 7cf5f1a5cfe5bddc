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
    rule, asked = computed(key, lambda: _illustrative(year, group))
    holder = holder or for_group(group)
    own = {partner: row for partner, row in held_by(holder).items() if partner in asked}
    if not own:
        return rule
    figures = {**rule.figures, **{p: float(row.value or 0.0) for p, row in own.items()}}
    stamp = ";".join(f"{p}={own[p].value}" for p in sorted(own))
    return Priorities(
        figures,
        _about(holder, len(own), len(figures) - len(own)),
        illustrative=False,
        stamp=f"{rule.stamp};{stamp}",
        own=own,
    )


def _about(holder: Scope, own: int, rest: int) -> str:
    who = holder.title if holder == EVERYWHERE else f"{holder.title}, else for everywhere"
    partners = "The priority of 1 partner is" if own == 1 else f"Priorities of {own} partners are"
    said = f"{partners} set by planners for {who}."
    if rest:
        said += f" Those of the other {rest} are ILLUSTRATIVE, by a rule that ships with Comity."
    return said


def held_by(holder: Scope) -> dict[str, Priority]:
    """Return what was set for a holder or, behind it, for everywhere, by partner."""
    found: dict[str, Priority] = {}
    for scope in dict.fromkeys((EVERYWHERE, holder)):
        rows = Priority.objects.filter(scope_kind=scope.kind, scope_code=scope.code)
        found |= {row.partner: row for row in rows.filter(value__isnull=False)}
    return found


def _illustrative(year: int, group: str | None) -> tuple[Priorities, frozenset[str]]:
    """The rule's priorities, and all partners of the question: somebody may set what it cannot."""
    model = computed(("model", ILLUSTRATIVE), lambda: PropensityModel.load(ILLUSTRATIVE))
    scores = score_now(year, group, model)
    rule = Priorities(
        {scores.partners[i]: float(scores.overall[i]) for i in scores.order},
        _RULE,
        illustrative=True,
        stamp=scores.provenance.recipe,
    )
    return rule, frozenset(scores.partners)
