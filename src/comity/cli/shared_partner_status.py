"""What the world knows of a partner, put into the status that authorities ask for."""

from dataclasses import dataclass
from datetime import date

from comity.authorities.vocabulary import word
from comity.terms.errors import InputError
from comity.terms.partner_status import PartnerStatus
from comity.world.groupings import CHECKED_TO, groupings
from comity.world.partners import partners

OWN = "USA"  # the law speaks of other countries
INCOME = {
    "WB_LOW_INCOME": "low",
    "WB_LOWER_MIDDLE_INCOME": "lower-middle",
    "WB_UPPER_MIDDLE_INCOME": "upper-middle",
    "WB_HIGH_INCOME": "high",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of the partner, over what the world knows.

    Parameters
    ----------
    listed, cleared
        Restriction lists on which it is, and on which it was looked up and is not.
    groups, not_groups
        Groups to which it belongs or does not belong, whatever Comity's groupings say.
    """

    listed: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    not_groups: tuple[str, ...] = ()


def partner_status(name: str, on: date, told: Told) -> PartnerStatus:
    """Compose a partner's status on a day.

    Parameters
    ----------
    name
        Any name or code of the partner.
    on
        The day; groupings are followed to ``CHECKED_TO`` and held constant after it.
    told
        What the user entered.

    Raises
    ------
    UnknownName
        If there is no such partner or list; suggests the nearest.
    InputError
        If a list or a group is given both ways.
    """
    partner = partners().resolve(name, year=min(on.year, CHECKED_TO))
    book = groupings()
    groups = set(book.of(partner.id, on.year))
    income = next((INCOME[group] for group in groups if group in INCOME), "")
    listed = frozenset(word("list", item) for item in told.listed)
    cleared = frozenset(word("list", item) for item in told.cleared)
    _refuse_both(listed, cleared, "list")
    _refuse_both(set(told.groups), set(told.not_groups), "group")
    members = (groups | set(told.groups)) - set(told.not_groups)
    others = (set(book.names()) | set(told.not_groups)) - members
    return PartnerStatus(
        partner.id, partner.name, frozenset(members), frozenset(others), income, listed, cleared
    )


def every_status(on: date) -> tuple[PartnerStatus, ...]:
    """Compose the status of every other state on a day, in the order of their names."""
    states = partners().states(min(on.year, CHECKED_TO))
    found = [partner_status(state.id, on, Told()) for state in states if state.id != OWN]
    return tuple(sorted(found, key=lambda status: status.name))


def _refuse_both(
    one: set[str] | frozenset[str], other: set[str] | frozenset[str], what: str
) -> None:
    both = sorted(one & other)
    if both:
        raise InputError(f"The {what} {both[0]!r} is given both ways; the partner is on it or not.")
