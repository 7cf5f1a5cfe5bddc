"""Names of partners: what each publisher calls them, and which name means whom."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from unicodedata import normalize

from comity.terms.errors import InputError, UnknownName

# Letters that Unicode does not take apart into a letter and an accent.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_JOINED = re.compile(r"[.'’‘`´ʻ]")
_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset({"the", "of", "and"})
_SHORTENED = {
    "st": "saint",
    "ste": "saint",
    "is": "islands",
    "rep": "republic",
    "dem": "democratic",
    "fed": "federated",
    "sts": "states",
}


@cache
def name_key(name: str) -> str:
    """Return what stays of a name when spelling, accents, case, punctuation and word order go.

    >>> name_key("Korea, South") == name_key("SOUTH KOREA")
    True
    >>> name_key("Côte d’Ivoire") == name_key("Cote D'Ivoire")
    True
    """
    letters = normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(letter for letter in letters if not "\u0300" <= letter <= "\u036f")
    words = _WORD.findall(_JOINED.sub("", plain))
    return " ".join(sorted(_SHORTENED.get(word, word) for word in words if word not in _SMALL))


@dataclass(frozen=True, slots=True)
class Predecessor:
    """A state that ended, or had other borders, and whose figures a partner carries on.

    Parameters
    ----------
    partner
        Id of the partner that carries them on.
    name, variants
        What it was called.
    first, last
        Years in which the partner's figures are the predecessor's.
    note
        One sentence for the reader of such a figure.
    """

    partner: str
    name: str
    variants: tuple[str, ...]
    first: int
    last: int
    note: str


class NameIndex:
    """Every accepted name.

    Parameters
    ----------
    names
        Names of each partner by its id, the short name first. A name under several partners is
        ambiguous.
    predecessors
        States whose names mean a partner up to a certain year.
    """

    def __init__(
        self, names: Mapping[str, Iterable[str]], predecessors: Iterable[Predecessor]
    ) -> None:
        self._ids: dict[str, list[str]] = defaultdict(list)
        self._ended: dict[str, Predecessor] = {}
        self._short: dict[str, str] = {}
        self._known: list[str] = []
        for partner, variants in names.items():
            for name in variants:
                self._short.setdefault(partner, name)
                self._add(name, partner)
        for former in predecessors:
            for name in (former.name, *former.variants):
                self._ended[name_key(name)] = former
                self._add(name, former.partner)

    def _add(self, name: str, partner: str) -> None:
        ids = self._ids[name_key(name)]
        if partner not in ids:
            ids.append(partner)
        self._known.append(name)

    def candidates(self, name: str) -> tuple[str, ...]:
        """Ids of all partners that the name may mean."""
        return tuple(self._ids.get(name_key(name), ()))

    def find(self, name: str, year: int | None = None) -> str:
        """Id of the one partner that the name means.

        Raises
        ------
        UnknownName
            If nothing is called so; suggests the nearest names.
        InputError
            If several partners are called so, or the state had ended before the year.
        """
        ids = self.candidates(name)
        if not ids:
            raise self._unknown(name)
        if len(ids) > 1:
            choices = " or ".join(f"{self._short[one]} ({one})" for one in sorted(ids))
            raise InputError(f"{name!r} may mean {choices}; name one of them.")
        former = self._ended.get(name_key(name))
        if former is not None and year is not None and year > former.last:
            raise InputError(
                f"{former.name} ended in {former.last}; for {year} name the partner that you"
                f" mean, such as {self._short[former.partner]} ({former.partner})."
            )
        return ids[0]

    def _unknown(self, name: str) -> UnknownName:
        """Suggest by key, so that word order and accents do not hide the nearest name."""
        near = get_close_matches(name_key(name), list(self._ids), n=3, cutoff=0.72)
        by_key = {name_key(known): known for known in reversed(self._known)}
        return UnknownName("partner", name, nearest=[by_key[key] for key in near])
