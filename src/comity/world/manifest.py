"""What a panel was compiled from: written into the panel's file, so that anyone can check it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

from comity.terms.version import VERSION


@dataclass(frozen=True, slots=True)
class RawFile:
    """One file of a publisher as it was read.

    Parameters
    ----------
    name
        File name without folders.
    sha256
        Digest of its bytes.
    size
        Bytes.
    """

    name: str
    sha256: str
    size: int

    @classmethod
    def of(cls, path: Path) -> "RawFile":
        """Digest a file without holding it in memory."""
        with path.open("rb") as stream:
            return cls(path.name, file_digest(stream, "sha256").hexdigest(), path.stat().st_size)


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What one source gave to a panel.

    Parameters
    ----------
    id, title, publisher, licence, licence_name, vintage
        As the source's description gives them; ``licence`` is Comity's class.
    files
        The files that were read; none for a derived topic.
    rows, partners, first, last
        How much came, and its first and last year.
    dropped
        What was left out, one sentence each.
    imported
        Date of the user's file, for an import.
    """

    id: str
    title: str
    publisher: str
    licence: str
    licence_name: str
    vintage: str
    files: tuple[RawFile, ...]
    rows: int
    partners: int
    first: int
    last: int
    dropped: tuple[str, ...] = ()
    imported: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Every source of a panel, and the version of Comity that compiled it."""

    sources: tuple[SourceRecord, ...]
    built_by: str = f"comity {VERSION}"

    def to_json(self) -> str:
        """Return the same text for the same manifest."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Manifest":
        """Read what :meth:`to_json` wrote."""
        raw = json.loads(text)
        return cls(tuple(_record(entry) for entry in raw["sources"]), raw["built_by"])

    def merged(self, others: Iterable["Manifest"]) -> "Manifest":
        """Replace the records of sources that ``others`` bring, and add new ones."""
        records = {record.id: record for record in self.sources}
        for other in others:
            records.update({record.id: record for record in other.sources})
        return Manifest(tuple(records[name] for name in sorted(records)), self.built_by)


def _record(raw: dict[str, Any]) -> SourceRecord:
    files = tuple(RawFile(**entry) for entry in raw["files"])
    return SourceRecord(**{**raw, "files": files, "dropped": tuple(raw["dropped"])})
