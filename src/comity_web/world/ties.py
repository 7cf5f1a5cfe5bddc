"""A partner's groupings with dates and certainty, and the United States' posture there."""

from dataclasses import dataclass

from comity.terms.grouping import Membership
from comity.world.groupings import groupings
from comity.world.panel import Panel
from comity.world.source import source_of

_FIRST = ("Combatant commands", "Alliances")
#: What says where the United States stands; some come only with a user's import.
POSTURE = (
    "us_allies.alliance_tier",
    "us_allies.mnna",
    "troops.active_duty",
    "bases.sites",
    "bases.major",
    "exercises.with_us",
    "fmtr.activities",
)
_EVER = 9999


@dataclass(frozen=True, slots=True)
class Tie:
    """One membership of a grouping.

    Parameters
    ----------
    name, title, family
        Of the grouping.
    membership
        Dates, certainty and note.
    now
        Whether it holds in the year asked for.
    """

    name: str
    title: str
    family: str
    membership: Membership
    now: bool


@dataclass(frozen=True, slots=True)
class Posture:
    """The latest figure of one indicator.

    Parameters
    ----------
    indicator, title, unit
        Which.
    value, year
        The figure and its year; None where there is none for the partner by that year.
    bring
        Command that brings the source, where the panel does not hold it; else empty.
    """

    indicator: str
    title: str
    unit: str
    value: float | None
    year: int | None
    bring: str = ""


def ties(partner: str, year: int) -> list[Tie]:
    """Return memberships, commands and alliances first, then regions and income groups."""
    found = [
        Tie(g.name, g.title, g.family, m, m.holds(year))
        for g in groupings()
        for m in g.memberships
        if m.partner == partner
    ]
    order = {family: i for i, family in enumerate(_FIRST)}
    return sorted(found, key=lambda t: (order.get(t.family, len(order)), not t.now))


def posture(panel: Panel, partner: str, year: int) -> list[Posture]:
    """Return alliance, troops, bases, exercises and training as last known by a year."""
    return [_posture(panel, indicator, partner, year) for indicator in POSTURE]


def _posture(panel: Panel, name: str, partner: str, year: int) -> Posture:
    if name not in panel.indicators:
        source = source_of(name)
        described = {i.id: i for i in source.indicators}[name] if source else None
        bring = f"comity world import {source.id} FILE" if source else ""
        title, unit = (described.title, described.unit) if described else (name, "")
        return Posture(name, title, unit, None, None, bring)
    about = panel.catalogue[name]
    snapshot = panel.at([name], year, max_age=_EVER, partners=[partner])
    seen = int(snapshot.observed[0, 0])
    value = float(snapshot.values[0, 0]) if seen else None
    return Posture(name, about.title, about.unit, value, seen or None)
