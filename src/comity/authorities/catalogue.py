"""Every authority that Comity knows, by id, checked for broken links when it is loaded."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from comity.authorities.record_file import parse_record
from comity.terms.authority import Authority, Certainty
from comity.terms.errors import FileError, UnknownName

DISCLAIMER = (
    "Planning aid, not legal advice. Re-read the law before use; the citation points to it."
)


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """The records in the order of their ids.

    Parameters
    ----------
    records
        Every record.
    """

    records: tuple[Authority, ...]
    _by_id: Mapping[str, Authority] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the records and refuse a doubled id or a link to nothing."""
        object.__setattr__(self, "_by_id", {record.id: record for record in self.records})
        if len(self._by_id) != len(self.records):
            doubled = [k for k, n in Counter(r.id for r in self.records).items() if n > 1]
            raise FileError(f"{doubled[0]}.toml", "another record has the same id.")
        for record in self.records:
            self._check_links(record)

    def __len__(self) -> int:
        """Return the number of records."""
        return len(self.records)

    def __iter__(self) -> Iterator[Authority]:
        """Go through the records in the order of their ids."""
        return iter(self.records)

    def __contains__(self, authority_id: object) -> bool:
        """Whether a record has this id."""
        return authority_id in self._by_id

    def __getitem__(self, authority_id: str) -> Authority:
        """Return the record with this id, or with this citation, in any case.

        Raises
        ------
        UnknownName
            If there is none; suggests the nearest ids.
        """
        found = self._by_id.get(authority_id) or self._by_other_name(authority_id)
        if found is None:
            raise UnknownName("authority", authority_id, self._by_id)
        return found

    def _by_other_name(self, name: str) -> Authority | None:
        wanted = name.strip().casefold()
        for record in self.records:
            if wanted in {record.id.casefold(), record.citation.casefold()}:
                return record
        section = wanted.removeprefix("section ").removeprefix("s")
        return self._by_id.get(f"T10-{section}")

    def _check_links(self, record: Authority) -> None:
        validity = record.validity
        for other in (*validity.predecessors, *validity.successors):
            if other not in self._by_id:
                raise FileError(
                    f"{record.id}.toml",
                    f"its predecessor or successor {other!r} has no record.",
                    mend="Write the id of a record, or move it to former_numbers or later_names.",
                )

    def lineage(self, authority_id: str) -> tuple[Authority, ...]:
        """Return the record with all that came before and after it, oldest first."""
        seen: set[str] = set()
        for direction in ("predecessors", "successors"):
            todo = [self[authority_id].id]
            while todo:
                current = todo.pop()
                seen.add(current)
                todo += [i for i in getattr(self[current].validity, direction) if i not in seen]
        return tuple(sorted((self[i] for i in seen), key=_by_begin))

    def counts(self, attribute: str) -> dict[str, int]:
        """Count the records by ``title``, ``category``, ``group``, ``certainty``, ..."""
        found = Counter(str(getattr(record, attribute)) for record in self.records)
        return dict(found.most_common())

    def in_force(self) -> tuple[Authority, ...]:
        """Return the records whose status says that they are in force."""
        return tuple(r for r in self.records if r.validity.status == "in force")

    def verified_share(self) -> float:
        """Return the share of records whose main facts were read in the law or its cited source."""
        return sum(r.certainty is Certainty.VERIFIED for r in self.records) / len(self.records)

    def certainty_shares(self, records: Sequence[Authority] | None = None) -> dict[str, float]:
        """Return the share of each certainty among all records, or among some."""
        chosen = self.records if records is None else records
        found = Counter(record.certainty.value for record in chosen)
        return {c.value: found[c.value] / len(chosen) for c in Certainty if found[c.value]}


def _by_begin(record: Authority) -> tuple[Any, str]:
    begins = record.validity.begins
    return (begins.earliest.isoformat() if begins else "", record.id)


def read_folder(folder: Path) -> Catalogue:
    """Read every ``*.toml`` of a folder.

    Raises
    ------
    FileError
        If a record cannot be read, two share an id, a file is not named after its id, or a link
        points to nothing.
    """
    paths = sorted(folder.glob("*.toml"), key=lambda path: path.stem)
    return Catalogue(tuple(_read(path.name, path.read_text(encoding="utf-8")) for path in paths))


def _read(name: str, text: str) -> Authority:
    record = parse_record(text, name)
    if f"{record.id}.toml" != name:
        raise FileError(name, f"its id is {record.id!r}.", mend=f"Name it {record.id}.toml.")
    return record


@cache
def catalogue() -> Catalogue:
    """Return the catalogue that comes with Comity; read once in a process."""
    return read_folder(Path(str(files("comity.authorities").joinpath("records"))))


def chosen(book: Catalogue | None) -> Catalogue:
    """Return the catalogue that was given, or Comity's own."""
    return catalogue() if book is None else book
