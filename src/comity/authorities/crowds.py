"""Where most authorities serve the same activity, mission and partner at once."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.authorities.catalogue import Catalogue, chosen
from comity.authorities.cells import reaches
from comity.authorities.narrowing import ALL, Only
from comity.authorities.partner_axis import NOBODY, Partners
from comity.authorities.serving import serving


@dataclass(frozen=True, slots=True)
class Crowd:
    """An activity, a purpose and a partner that several authorities serve at once.

    Parameters
    ----------
    partner
        Label of the partner or kind of partner; empty for any.
    sure, unsure
        Ids that serve it, and ids that must be checked.
    """

    activity: str
    purpose: str
    partner: str
    sure: tuple[str, ...]
    unsure: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "activity": self.activity,
            "purpose": self.purpose,
            "partner": self.partner or None,
            "number": len(self.sure),
            "authorities": list(self.sure),
            "to_check": list(self.unsure),
        }


def crowds(
    on: date,
    *,
    only: Only = ALL,
    partners: Partners | None = None,
    most: int = 20,
    book: Catalogue | None = None,
) -> tuple[Crowd, ...]:
    """Return which authorities serve the same activity, mission and partner, the most first.

    Parameters
    ----------
    on
        The day.
    only
        What it is narrowed to, such as one recipient.
    partners
        Partners by label, as for ``patchwork.overlap``; any partner when left out.
    most
        Number of cells.
    book
        The catalogue; Comity's own when left out.
    """
    found: list[Crowd] = []
    acting = reaches(chosen(book), on)
    for label, members in (partners or NOBODY).items():
        served = serving(acting, ("activity", "purpose"), only, {label: members}, on)
        found += [
            Crowd(*pair, label, tuple(ids), tuple(served.unsure.get(pair, ())))
            for pair, ids in served.sure.items()
        ]
    found.sort(key=lambda c: (-len(c.sure), -len(c.unsure), c.activity, c.purpose, c.partner))
    return tuple(found[:most])
