"""A partner: a country or territory with which security cooperation may take place."""

from dataclasses import dataclass
from enum import StrEnum


class PartnerKind(StrEnum):
    """What a partner is in the international system."""

    STATE = "state"
    TERRITORY = "territory"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class Partner:
    """One partner, with the codes under which publishers name it today.

    Parameters
    ----------
    id
        ISO 3166 alpha-3 code. Two ids are not ISO's: ``XKX`` for Kosovo and ``RVN`` for
        South Vietnam, neither of which ISO ever gave a code of its own.
    name
        Short English name.
    iso2
        ISO 3166 alpha-2 code; empty where there is none.
    m49
        Numeric code of the United Nations (M49) and ISO; ``None`` where there is none.
    cow, gw
        Codes of the Correlates of War and of Gleditsch and Ward; ``None`` where there is none.
    wb
        World Bank code; empty where the World Bank does not list the economy.
    kind
        ``state`` if it belongs to the international system today, ``former`` if it has ceased to
        exist, ``territory`` for every other place that data name, whatever its legal status.
    first, last
        First and last year of its present membership in the international system; ``first`` is
        ``None`` for a place that never was a member, ``last`` is ``None`` for one that exists.
    variants
        Other names that belong to this partner alone.
    """

    id: str
    name: str
    iso2: str
    m49: int | None
    cow: int | None
    gw: int | None
    wb: str
    kind: PartnerKind
    first: int | None
    last: int | None
    variants: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name} ({self.id})"

    def is_member(self, year: int) -> bool:
        """Whether it belonged to the international system on any day of the year."""
        if self.first is None:
            return False
        return self.first <= year and (self.last is None or year <= self.last)
