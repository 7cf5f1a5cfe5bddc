"""The gaps of the patchwork: activities and purposes that no authority surely serves."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.authorities.catalogue import Catalogue
from comity.authorities.narrowing import Only
from comity.authorities.patchwork import overlap
from comity.terms.partner_status import PartnerStatus


@dataclass(frozen=True, slots=True)
class Gap:
    """A cell without a sure authority.

    Parameters
    ----------
    unsure
        Ids that might serve it and must be checked; none where nothing in the catalogue does.
    """

    activity: str
    purpose: str
    recipient: str
    unsure: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "activity": self.activity,
            "purpose": self.purpose,
            "recipient": self.recipient,
            "gap": "to check" if self.unsure else "none",
            "to_check": list(self.unsure),
        }


def gaps(
    on: date,
    *,
    recipient: str,
    activity: str = "",
    partner: PartnerStatus | None = None,
    book: Catalogue | None = None,
) -> tuple[Gap, ...]:
    """Return the cells of activity and purpose that no authority surely serves for a recipient.

    Authorities that name their countries, or reach a group of them, fill a cell only for a partner
    that they reach.

    Parameters
    ----------
    on
        The day.
    recipient, activity
        Words; every activity when left out.
    partner
        What is known of the partner; any partner when left out.
    book
        The catalogue; Comity's own when left out.
    """
    only = Only(activity=activity, recipient=recipient, partner=partner, open_only=True)
    matrix = overlap(on, only=only, book=book)
    return tuple(Gap(c.row, c.column, only.recipient, c.unsure) for c in matrix.gaps())
