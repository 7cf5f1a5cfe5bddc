"""Partners: who they are, what publishers call them, and who carries on whose figures.

The rule for states that ended (``docs/decisions/0010-partners-and-successor-states.md``):

- one continuing series where one state carries on another: the Soviet Union to 1991 is Russia,
  Yugoslavia and Serbia and Montenegro to 2006 are Serbia, West Germany is Germany, North Yemen is
  Yemen, North Vietnam is Vietnam. ``PartnerBook.continuity`` says so for each year;
- a former partner of its own where there is no single heir or it joined another state:
  Czechoslovakia (``CSK``), East Germany (``DDR``), South Yemen (``YMD``), South Vietnam (``RVN``)
  and the Netherlands Antilles (``ANT``);
- a state whose borders changed stays one partner: Ethiopia, Sudan, Pakistan.
"""

import csv
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from comity.terms.errors import InputError
from comity.terms.partner import Partner, PartnerKind
from comity.world.codes import CodeTable, CodeUse, clean_code
from comity.world.names import NameIndex, Predecessor

EARLIEST_MEMBERSHIP = 1946


class PartnerBook:
    """Every partner, found by name or by code.

    Parameters
    ----------
    partners
        In the order of ids.
    names
        Every name of each partner by its id, the ambiguous ones too.
    codes
        Codes beside the partners' own.
    predecessors
        States whose figures a partner carries on.
    """

    def __init__(
        self,
        partners: Sequence[Partner],
        *,
        names: Mapping[str, Sequence[str]],
        codes: Sequence[CodeUse],
        predecessors: Sequence[Predecessor],
    ) -> None:
        self._by_id = {partner.id: partner for partner in partners}
        self._names = names
        self._other_codes = tuple(codes)
        self.predecessors = tuple(predecessors)

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Partner]:
        return iter(self._by_id.values())

    def __contains__(self, partner_id: object) -> bool:
        return partner_id in self._by_id

    def __getitem__(self, partner_id: str) -> Partner:
        """Return the partner with exactly this id; ``resolve`` takes whatever a person writes."""
        return self._by_id[partner_id]

    def __repr__(self) -> str:
        return f"<PartnerBook: {len(self)} partners>"

    @cached_property
    def _index(self) -> NameIndex:
        return NameIndex(self._names, self.predecessors)

    @cached_property
    def _codes(self) -> CodeTable:
        return CodeTable(self, self._other_codes)

    def resolve(self, name: str, *, year: int | None = None) -> Partner:
        """Find the partner that a person means.

        Parameters
        ----------
        name
            A name in any publisher's spelling, an ISO alpha-3 or an ISO alpha-2 code, in any case.
        year
            Year that is spoken of. Codes that changed hands are read as of that year, and the name
            of a state that had ended by then is refused.

        Raises
        ------
        UnknownName
            If nothing answers to it; suggests the nearest names.
        InputError
            If it is ambiguous (``"Korea"``, ``"Congo"``, ``"Virgin Islands"``) or out of its time.

        Examples
        --------
        >>> partners().resolve("Korea, South").id
        'KOR'
        >>> partners().resolve("Burma").name
        'Myanmar'
        """
        if not self._index.candidates(name):
            for system in ("iso3", "iso2"):
                found = self.by_code(system, name, year=year)
                if found is not None:
                    return found
        return self._by_id[self._index.find(name, year)]

    def by_code(self, system: str, code: Any, *, year: int | None = None) -> Partner | None:
        """Find a partner by a publisher's code.

        Parameters
        ----------
        system
            ``"iso3"``, ``"iso2"``, ``"m49"``, ``"cow"``, ``"gw"``, ``"wb"`` or ``"polity"``.
            ``iso3`` takes withdrawn ISO codes and common stand-ins for Kosovo too; ``polity`` is
            the Polity project's own variant of the Correlates of War codes.
        code
            Text or number.
        year
            Year of the figure. Without it the code's latest meaning counts.

        Returns
        -------
        Partner or None
            ``None`` if the code means no partner in that year.

        Raises
        ------
        UnknownName
            If there is no such system.
        """
        use = self._codes.find(system, code, year)
        return self._by_id[use.partner] if use else None

    def other_codes(self, partner_id: str) -> tuple[CodeUse, ...]:
        """Codes that mean a partner beside its own of today: former ones and stand-ins."""
        return tuple(use for use in self._other_codes if use.partner == partner_id)

    def map_codes(
        self, system: str, codes: Sequence[Any], years: Sequence[int] | None = None
    ) -> list[str]:
        """Ids for a column of codes, ``""`` where a code means no partner.

        Each distinct pair of code and year is looked up once. In the year in which a state changes
        codes (Germany and Yemen in 1990) both codes are accepted, so that a table that carries
        both has two rows for that partner and year.

        Raises
        ------
        UnknownName
            If there is no such system.
        InputError
            If there are not as many years as codes.
        """
        when: Sequence[int | None] = [None] * len(codes) if years is None else list(years)
        if len(when) != len(codes):
            raise InputError(f"There are {len(codes)} codes but {len(when)} years.")
        self._codes.uses(system, "")
        known: dict[tuple[Hashable, int | None], str] = {}
        ids = []
        for pair in zip(codes, when, strict=True):
            if pair not in known:
                code, year = pair
                found = self.by_code(system, code, year=None if year is None else int(year))
                known[pair] = found.id if found else ""
            ids.append(known[pair])
        return ids

    def map_names(self, names: Sequence[Any], extra: Mapping[str, str] | None = None) -> list[str]:
        """Ids for a column of names, ``""`` where a name means no partner or several.

        Parameters
        ----------
        names
            As the publisher spells them; missing names are ``""``.
        extra
            The publisher's own names and the id (or any name) that each means; ``""`` for rows to
            leave out. They win over Comity's list.

        Raises
        ------
        UnknownName
            If ``extra`` points to something that is no partner.
        """
        own = {
            name.strip(): self.resolve(target).id if target else ""
            for name, target in (extra or {}).items()
        }
        known: dict[str, str] = {}
        ids = []
        for name in names:
            text = name.strip() if isinstance(name, str) else ""
            if text not in known:
                found = self._index.candidates(text)
                known[text] = own.get(text, found[0] if len(found) == 1 else "")
            ids.append(known[text])
        return ids

    def states(self, year: int) -> tuple[Partner, ...]:
        """Members of the international system on any day of a year, the United States among them.

        The list is Gleditsch and Ward's with its microstates, less Abkhazia and South Ossetia.

        Raises
        ------
        InputError
            If the year lies before 1946.
        """
        if year < EARLIEST_MEMBERSHIP:
            raise InputError(
                f"Membership is known from {EARLIEST_MEMBERSHIP} on; there is none for {year}."
            )
        return tuple(partner for partner in self if partner.is_member(year))

    def continuity(self, partner_id: str, year: int) -> str:
        """Whose figures a partner's figures are in a year, as one sentence; ``""`` if its own."""
        notes = (
            former.note
            for former in self.predecessors
            if former.partner == partner_id and former.first <= year <= former.last
        )
        return " ".join(notes)


def _rows(name: str) -> list[dict[str, str]]:
    text = files("comity.world").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _number(text: str) -> int | None:
    return int(text) if text else None


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _partner(row: Mapping[str, str], names: Sequence[str], shared: frozenset[str]) -> Partner:
    return Partner(
        id=row["id"],
        name=names[0],
        iso2=row["iso2"],
        m49=_number(row["m49"]),
        cow=_number(row["cow"]),
        gw=_number(row["gw"]),
        wb=row["wb"],
        kind=PartnerKind(row["kind"]),
        first=_number(row["first"]),
        last=_number(row["last"]),
        variants=tuple(name for name in names[1:] if name not in shared),
    )


def _shared(names: Mapping[str, Sequence[str]]) -> frozenset[str]:
    seen: set[str] = set()
    repeated: set[str] = set()
    for variants in names.values():
        repeated |= seen & set(variants)
        seen |= set(variants)
    return frozenset(repeated)


@cache
def partners() -> PartnerBook:
    """Read Comity's partners; the second call costs nothing."""
    names = {
        row["partner"]: (row["name"], *_split(row["variants"]))
        for row in _rows("partner_names.csv")
    }
    shared = _shared(names)
    former = [
        Predecessor(
            partner=row["partner"],
            name=row["name"],
            variants=_split(row["variants"]),
            first=int(row["first"]),
            last=int(row["last"]),
            note=row["note"],
        )
        for row in _rows("predecessors.csv")
    ]
    codes = [
        CodeUse(
            system=row["system"],
            code=clean_code(row["system"], row["code"]),
            partner=row["partner"],
            first=_number(row["first"]),
            last=_number(row["last"]),
            why=row["why"],
        )
        for row in _rows("partner_codes.csv")
    ]
    return PartnerBook(
        [_partner(row, names[row["id"]], shared) for row in _rows("partners.csv")],
        names=names,
        codes=codes,
        predecessors=former,
    )
