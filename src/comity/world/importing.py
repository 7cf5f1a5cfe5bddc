"""Bring your own file: a publisher's figures that may not ship, read into the user's own folder."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import DataMissing, FileError, InputError, UnknownName
from comity.world.build import FIRST_YEAR, describe_rows, read_source
from comity.world.home import IMPORTS, home
from comity.world.manifest import Manifest, RawFile, SourceRecord
from comity.world.panel import Panel
from comity.world.raw_files import find_files, list_files
from comity.world.rederiving import rederive
from comity.world.source import Source, get_source
from comity.world.stacking import to_panel
from comity.world.storage import read_manifest, write_panel
from comity.world.writing import replacing

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought.

    Parameters
    ----------
    record
        Source, vintage, files with their digests, rows, years, and what was dropped.
    panel
        Its figures.
    path
        Where they are kept.
    derived
        Topics that were computed again with them.
    """

    record: SourceRecord
    panel: Panel
    path: Path
    derived: tuple[SourceRecord, ...]


def import_source(name: str, path: Path, *, vintage: str = "", date: str = "") -> Imported:
    """Read a publisher's file and keep its figures; they replace earlier ones of that source.

    Parameters
    ----------
    name
        Id of the source.
    path
        The publisher's file, or the folder that holds its several files.
    vintage
        Edition of the file, in the user's words; its name and date when left out.
    date
        Date of the file (``2024-05-31``); the file's own time stamp when left out.

    Raises
    ------
    UnknownName
        If there is no such source.
    InputError
        If the date is none, or the reader refuses the file; nothing is then written.
    DataMissing
        If the file holds nothing from 1990 on.
    """
    source = get_source(name)
    frame = read_source(source, path)
    files = _files(source, path)
    date = _date(date) if date else _date_of(files)
    vintage = vintage or f"{files[0].name} of {date}"
    if not (frame["year"] >= FIRST_YEAR).any():
        raise DataMissing(f"{path} holds no figure of {name} from {FIRST_YEAR} on.")
    digests = tuple(RawFile.of(file) for file in files)
    record = replace(describe_rows(source, frame, digests, vintage=vintage), imported=date)
    panel = to_panel(
        frame[frame["year"] >= FIRST_YEAR].assign(vintage=vintage),
        {indicator.id: indicator for indicator in source.indicators},
    )
    keep = _file(name)
    before = keep.read_bytes() if keep.exists() else None
    write_panel(panel, keep, manifest=Manifest((record,)))
    try:
        derived = rederive({name}, fresh=_long(frame, vintage))
    except BaseException:
        _put_back(keep, before)
        raise
    with replacing(keep.with_suffix(".json")) as beside:
        beside.write_text(Manifest((record,)).to_json() + "\n", encoding="utf-8")
    return Imported(record, panel, keep, derived)


def list_imports() -> list[SourceRecord]:
    """Every import, by the source's id; a damaged one is named by what can still be said."""
    records: list[SourceRecord] = []
    for path in _stored():
        try:
            records += read_manifest(path).sources
        except FileError as problem:
            records.append(_damaged(path, problem))
    return records


def remove_import(name: str) -> tuple[str, ...]:
    """Take an import out again, so that the embedded figures of that source count.

    Returns
    -------
    tuple of str
        Derived topics that were computed again, or fell back to the embedded ones.

    Raises
    ------
    UnknownName
        If nothing of that name was imported.
    """
    known = [path.stem for path in _stored()]
    if name not in known:
        raise UnknownName("import", name, known)
    path = _file(name)
    path.unlink()
    path.with_suffix(".json").unlink(missing_ok=True)
    return tuple(record.id for record in rederive({name}))


def _stored() -> list[Path]:
    return sorted((home() / IMPORTS).glob("*.parquet"))


def _file(name: str) -> Path:
    return home() / IMPORTS / f"{name}.parquet"


def _files(source: Source, path: Path) -> tuple[Path, ...]:
    if path.is_file():
        return (path,)
    found = find_files(list_files(path), source)
    return found.files if found else tuple(p for p in list_files(path) if p.parent == path)


def _date(text: str) -> str:
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date().isoformat()
    except ValueError:
        raise InputError(f"{text!r} is no date; expected one like 2024-05-31.") from None


def _date_of(files: Iterable[Path]) -> str:
    latest = max(file.stat().st_mtime for file in files)
    return datetime.fromtimestamp(latest, tz=UTC).date().isoformat()


def _long(frame: "pd.DataFrame", vintage: str) -> "pd.DataFrame":
    long = frame.assign(vintage=vintage)
    long.attrs = {}
    return long


def _put_back(keep: Path, before: bytes | None) -> None:
    if before is None:
        keep.unlink(missing_ok=True)
        return
    with replacing(keep) as beside:
        beside.write_bytes(before)


def _damaged(path: Path, problem: FileError) -> SourceRecord:
    return SourceRecord(
        id=path.stem,
        title="",
        publisher="",
        licence="",
        licence_name="",
        vintage="damaged; import it again or take it out",
        files=(),
        rows=0,
        partners=0,
        first=0,
        last=0,
        dropped=(problem.what,),
    )
