"""What a page was asked: the layer of the map, the grouping and the year, from its address."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from comity.terms.errors import InputError, UnknownName
from comity_web.assess.scored import opening_year
from comity_web.world.evidence import panel
from comity_web.world.groups import Chosen, chosen_group

#: What the map can show, with the words of its buttons.
LAYERS = {
    "propensity": "Propensity",
    "priority": "Priority",
    "funding": "Funding",
    "mismatch": "Mismatch",
    "coverage": "Coverage",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A layer, a grouping (or all partners) and a year."""

    layer: str
    chosen: Chosen | None
    year: int

    @property
    def group(self) -> str | None:
        """Name of the grouping; None for all partners."""
        return self.chosen.name if self.chosen else None

    @property
    def where(self) -> str:
        """The grouping in words."""
        return self.chosen.title if self.chosen else "All partners"

    @property
    def members(self) -> tuple[str, ...] | None:
        """Members of a team's own group, on which kept answers depend."""
        return self.chosen.members if self.chosen else None

    def query(self, **changes: Any) -> str:
        """Return the question as it stands in an address, with changes."""
        asked = {"layer": self.layer, "group": self.group, "year": self.year, **changes}
        return urlencode({name: value for name, value in asked.items() if value not in (None, "")})


def read_question(given: QueryDict) -> Question:
    """Read a question from an address; what is not asked for has its default.

    Raises
    ------
    InputError
        Says which part cannot be used and what could be.
    """
    layer = given.get("layer") or "propensity"
    if layer not in LAYERS:
        raise UnknownName("layer", layer, LAYERS)
    name = given.get("group") or ""
    return Question(layer, chosen_group(name) if name else None, read_year(given.get("year") or ""))


def read_year(text: str) -> int:
    """Read a year of the panel; the opening year where nothing is given.

    Raises
    ------
    InputError
        Names the years that the panel covers.
    """
    first, last = panel().years
    if not text:
        return opening_year()
    try:
        year = int(text)
    except ValueError:
        raise InputError(f"A year is a number such as {last}, not {text!r}.") from None
    if not first <= year <= last:
        raise InputError(f"The year {year} is outside the panel, which covers {first}-{last}.")
    return year
