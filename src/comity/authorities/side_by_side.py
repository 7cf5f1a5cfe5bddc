"""Title 10 and Title 22 beside one another, activity by activity."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.authorities.catalogue import Catalogue, chosen
from comity.authorities.cells import Reach, reaches, side
from comity.authorities.vocabulary import words


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What defense law and foreign-affairs law each offer for one activity."""

    activity: str
    title_10: tuple[str, ...]
    title_22: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "activity": self.activity,
            "title_10": list(self.title_10),
            "title_22": list(self.title_22),
        }


def side_by_side(on: date, book: Catalogue | None = None) -> tuple[SideBySide, ...]:
    """Set Title 10 and Title 22 side by side, activity by activity."""
    found = reaches(chosen(book), on)
    return tuple(
        SideBySide(
            activity,
            tuple(r.authority.id for r in found if _does(r, activity, "Title 10")),
            tuple(r.authority.id for r in found if _does(r, activity, "Title 22")),
        )
        for activity in words("activity")
    )


def _does(reach: Reach, activity: str, title: str) -> bool:
    return side(reach.authority) == title and any(c[0] == activity for c in reach.all_cells)
