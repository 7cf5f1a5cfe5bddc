"""Codes of partners in six publishers' systems, and through time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from comity.terms.errors import UnknownName
from comity.terms.partner import Partner, PartnerKind

SYSTEMS = ("iso3", "iso2", "m49", "cow", "gw", "wb", "polity")
_NUMERIC = {"m49", "cow", "gw", "polity"}


@dataclass(frozen=True, slots=True)
class CodeUse:
    """One code and the years in which it means a partner.

    Parameters
    ----------
    system
        One of ``SYSTEMS``.
    code
        As ``clean_code`` leaves it.
    partner
        Id of the partner.
    first, last
        Years in which it is accepted; ``None`` where there is no bound.
    why
        What the code was, where it is not today's; empty for a partner's own code.
    """

    system: str
    code: str
    partner: str
    first: int | None = None
    last: int | None = None
    why: str = ""

    def holds(self, year: int | None) -> bool:
        """Whether the code is accepted for a year, or at all."""
        if year is None:
            return True
        return (self.first is None or self.first <= year) and (
            self.last is None or year <= self.last
        )


def clean_code(system: str, code: Any) -> str:
    """Return a code as it is compared: capitals, or digits without zeros in front or a fraction.

    Missing codes (``None``, NaN, blanks) become ``""``.
    """
    if code is None or code != code:
        return ""
    text = str(code).strip().upper()
    if system not in _NUMERIC:
        return text
    whole, _, fraction = text.partition(".")
    return str(int(whole)) if whole.isdecimal() and not fraction.strip("0") else ""


class CodeTable:
    """Which code means whom, in which years.

    Parameters
    ----------
    partners
        Every partner with its present codes.
    others
        Former codes, stand-ins, and codes that meant another partner at another time.
    """

    def __init__(self, partners: Iterable[Partner], others: Iterable[CodeUse]) -> None:
        self._uses: dict[str, dict[str, list[CodeUse]]] = {
            system: defaultdict(list) for system in SYSTEMS
        }
        for use in others:
            self._uses[use.system][use.code].append(use)
        special = set(self._uses["polity"])
        for use in (use for partner in partners for use in _own_codes(partner)):
            if not (use.system == "polity" and use.code in special):
                self._uses[use.system][use.code].append(use)
        for uses in self._uses.values():
            for several in uses.values():
                several.sort(key=_recency, reverse=True)

    def uses(self, system: str, code: Any) -> Sequence[CodeUse]:
        """Every use of a code, the latest first.

        Raises
        ------
        UnknownName
            If there is no such system.
        """
        if system not in self._uses:
            raise UnknownName("code system", system, SYSTEMS)
        return self._uses[system].get(clean_code(system, code), ())

    def find(self, system: str, code: Any, year: int | None = None) -> CodeUse | None:
        """Return the use of a code in a year; without a year, the latest."""
        return next((use for use in self.uses(system, code) if use.holds(year)), None)


def _recency(use: CodeUse) -> tuple[float, float]:
    last = float("inf") if use.last is None else use.last
    return last, float("-inf") if use.first is None else use.first


def _own_codes(partner: Partner) -> Iterable[CodeUse]:
    """Present codes of a partner; those of a former state end with it.

    A state's codes have no first year, because publishers extend series to the time before
    independence under the present code. Polity's codes are those of the Correlates of War
    except where the table says otherwise.
    """
    last = partner.last if partner.kind is PartnerKind.FORMER else None
    codes = {
        "iso3": partner.id,
        "iso2": partner.iso2,
        "m49": partner.m49,
        "cow": partner.cow,
        "gw": partner.gw,
        "wb": partner.wb,
        "polity": partner.cow,
    }
    for system, code in codes.items():
        if code:
            yield CodeUse(system, str(code), partner.id, last=last)
