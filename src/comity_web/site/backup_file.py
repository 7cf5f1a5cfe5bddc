"""One file that holds a whole site: what is in it, every record, every file of its folder.

A backup is a compressed tar archive: ``manifest.json`` (what made it, what it must contain, a digest
of everything else), ``records.jsonl`` (:mod:`comity_web.site.record_lines`), and ``home/...``.
"""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from comity.terms.errors import InputError

FORMAT = 1
MANIFEST, RECORDS, HOME = "manifest.json", "records.jsonl", "home/"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself.

    Parameters
    ----------
    version, made_at, database
        Of Comity, the moment (UTC), and the kind of database.
    migrations
        Last migration of each application: the shape of the records.
    counts
        Records of each model.
    digests
        SHA-256 of every other member, by its name in the archive.
    format
        Of the backup itself.
    """

    version: str
    made_at: str
    database: str
    migrations: Mapping[str, str]
    counts: Mapping[str, int]
    digests: Mapping[str, str]
    format: int = FORMAT


def write_archive(
    target: IO[bytes], manifest: Manifest, records: Path, files: Mapping[str, Path]
) -> None:
    """Write manifest, records and files into one archive."""
    with tarfile.open(fileobj=target, mode="w:gz", compresslevel=6) as archive:
        told = json.dumps(asdict(manifest), indent=1, sort_keys=True).encode()
        head = tarfile.TarInfo(MANIFEST)
        head.size = len(told)
        archive.addfile(head, io.BytesIO(told))
        for name, path in {RECORDS: records, **files}.items():
            archive.add(path, arcname=name, recursive=False, filter=_nobodys)


def read_manifest(path: Path) -> Manifest:
    """Return what a backup says of itself.

    Raises
    ------
    InputError
        If it is no backup, or one of another format.
    """
    for member, content in members(path):
        if member.name == MANIFEST:
            return _manifest(path, content.read())
        break
    raise InputError(f"{path} is not a backup of Comity: it does not begin with {MANIFEST}.")


def verify(path: Path) -> Manifest:
    """Read a backup from end to end and hold everything against its digest.

    Raises
    ------
    InputError
        Names the first member that is damaged, missing or not announced.
    """
    manifest = read_manifest(path)
    missing = dict(manifest.digests)
    for member, content in members(path):
        if member.name == MANIFEST:
            continue
        if missing.pop(member.name, None) != hashlib.file_digest(content, "sha256").hexdigest():  # type: ignore[arg-type]
            raise InputError(f"{path} is damaged: {member.name} is not what was written.")
    if missing:
        raise InputError(f"{path} is cut short: {min(missing)} is missing.")
    return manifest


def members(path: Path) -> Iterator[tuple[tarfile.TarInfo, IO[bytes]]]:
    """Yield the members of a backup; a name or kind that a backup never has is refused.

    Raises
    ------
    InputError
        If the file cannot be read as a backup.
    """
    try:
        with tarfile.open(path, mode="r|gz") as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isreg() else None
                if content is None or not _harmless(member.name):
                    raise InputError(f"{path} holds {member.name!r}, which no backup has.")
                yield member, content
    except FileNotFoundError as error:
        raise InputError(f"There is no file {path}.") from error
    except (OSError, EOFError, tarfile.TarError) as error:
        raise InputError(f"{path} cannot be read as a backup: {error}") from error


def _manifest(path: Path, content: bytes) -> Manifest:
    try:
        told: dict[str, Any] = json.loads(content)
        if told["format"] != FORMAT:
            raise InputError(
                f"{path} is a backup of format {told['format']}; this Comity reads {FORMAT}."
            )
        return Manifest(**told)
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path} is not a backup of Comity: {error}") from error


def _harmless(name: str) -> bool:
    parts = PurePosixPath(name).parts
    kept = name in {MANIFEST, RECORDS} or name.startswith(HOME)
    return kept and ".." not in parts and not name.startswith("/")


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out who owned a file on the machine that it came from."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member
