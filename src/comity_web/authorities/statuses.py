"""What the world knows of partners, kept: groupings change with the year only."""

from datetime import date

from comity.authorities.partner_axis import Partners, by_kind
from comity.cli.shared_partner_status import Told, every_status, partner_status
from comity.terms.partner_status import PartnerStatus
from comity_web.site.computed import computed

NOTHING_TOLD = Told()


def status_of(name: str, on: date, told: Told = NOTHING_TOLD) -> PartnerStatus:
    """Return a partner's status on a day, with what the planner told of it.

    Raises
    ------
    UnknownName, InputError
        As the library does.
    """
    return computed(("partner status", name, on.year, told), lambda: partner_status(name, on, told))


def kinds_of_partner(on: date) -> Partners:
    """Sort every partner of a day into kinds."""
    return computed(("kinds of partner", on.year), lambda: by_kind(every_status(on)))
