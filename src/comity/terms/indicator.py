"""An indicator: one measured thing, described once for every step."""

from dataclasses import dataclass
from enum import StrEnum

from comity.terms.licence import Licence


class Direction(StrEnum):
    """Which way is favourable to cooperation; a default that a model may override."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"

    @property
    def sign(self) -> int:
        """+1, -1, or 0 where neither end is better."""
        return {"higher": 1, "lower": -1, "neutral": 0}[self.value]


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a column of the panel means.

    Parameters
    ----------
    id
        Short name, such as ``"wgi.rule_of_law"``: the source's id, a dot, the series.
    title, definition
        In Comity's own words.
    unit
        Such as ``"share 0-1"``, ``"current US$"``, ``"people"``.
    direction
        Which way is favourable.
    source
        The source's id, such as ``"wgi"``.
    publisher, licence, citation
        As the source's description gives them.
    zero_if_absent
        Whether a missing row means zero (nothing was reported because nothing happened)
        rather than unknown.
    error
        Whether the publisher gives a standard error with each value.
    derived_from
        Ids of the indicators that this one is computed from; empty for a published series.
    """

    id: str
    title: str
    definition: str
    unit: str
    direction: Direction
    source: str
    publisher: str
    licence: Licence
    citation: str = ""
    zero_if_absent: bool = False
    error: bool = False
    derived_from: tuple[str, ...] = ()
