"""Groupings that can be chosen: Comity's own, and those that teams made for themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.terms.errors import UnknownName
from comity.terms.partner import Partner
from comity.world.grouping_file import group_key
from comity.world.groupings import groupings
from comity.world.partners import partners
from comity_web.world.models import OwnGroup

OWN_FAMILY = "Own groups"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A grouping that somebody chose.

    Parameters
    ----------
    name, title
        As it stands in addresses, and as people read it.
    members
        Ids of the members of a team's own group; None for one of Comity's, whose members depend
        on the year.
    """

    name: str
    title: str
    members: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """Groupings of one kind, for a list to choose from."""

    title: str
    groups: Sequence[Chosen]


def chosen_group(name: str) -> Chosen:
    """Find a grouping by name; a team's own can be one that was put away, so that old addresses hold.

    Raises
    ------
    UnknownName
        If there is none; suggests the nearest.
    """
    key = group_key(name)
    book = groupings()
    if key in book.names():
        return Chosen(key, book.describe(key).title)
    own = OwnGroup.objects.filter(name=key).first()
    if own is None:
        names = OwnGroup.objects.filter(archived=False).values_list("name", flat=True)
        raise UnknownName("grouping", key, [*book.names(), *names])
    return Chosen(own.name, own.title, tuple(own.members))


def own_members(name: str | None) -> tuple[str, ...] | None:
    """Members of a team's own group; None where the name is one of Comity's, or there is none."""
    return None if name is None else chosen_group(name).members


def members_in(chosen: Chosen, year: int) -> tuple[str, ...]:
    """Ids of the members that existed in a year, sorted."""
    if chosen.members is None:
        return groupings().members(chosen.name, year)
    return tuple(sorted(p for p in chosen.members if _existed(partners()[p], year)))


def _existed(partner: Partner, year: int) -> bool:
    """Territories that never were states have no dates, and so always exist."""
    if partner.first is not None and year < partner.first:
        return False
    return partner.last is None or year <= partner.last


def families() -> list[Family]:
    """Every grouping that can be chosen, by family; a team's own come first."""
    own = [Chosen(g.name, g.title) for g in OwnGroup.objects.filter(archived=False)]
    found: dict[str, list[Chosen]] = {}
    for one in groupings():
        found.setdefault(one.family, []).append(Chosen(one.name, one.title))
    listed = [Family(title, groups) for title, groups in found.items()]
    return [Family(OWN_FAMILY, own), *listed] if own else listed
