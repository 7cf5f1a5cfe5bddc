"""Write a whole site into one file: records of either database and the files of its folder."""

import hashlib
import json
import os
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from django.db import connection, transaction

from comity.terms.errors import InputError
from comity.terms.version import VERSION
from comity.world.home import home as comity_home
from comity_web.site.backup_file import HOME, RECORDS, Manifest, verify, write_archive
from comity_web.site.record_lines import record_lines
from comity_web.site.tables import require_up_to_date, shape

#: Not part of a site: its database and key, what a running server notes, what is made again.
_NOT_KEPT = ("comity.sqlite3", "secret-key", "serve.", "downloads", "demonstration-wanted")


def backup(path: Path, *, say: Callable[[str], None]) -> Manifest:
    """Write a backup and read it again from end to end.

    Parameters
    ----------
    path
        Where to; nothing is overwritten, and nothing half-written stays.
    say
        Is told what is being done.

    Raises
    ------
    InputError
        If the file is there already, cannot be written, or the database is not up to date.
    """
    if path.exists():
        raise InputError(f"{path} is there already; choose another name.")
    require_up_to_date()
    unfinished = path.with_name(path.name + ".unfinished")
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder) / RECORDS
        counts = _write_records(records)
        say(f"{sum(counts.values())} records of {len(counts)} kinds ...")
        files = {HOME + str(f.relative_to(comity_home())): f for f in kept_files(comity_home())}
        digests = {name: _digest(f) for name, f in {RECORDS: records, **files}.items()}
        made = datetime.now(UTC).isoformat(timespec="seconds")
        manifest = Manifest(VERSION, made, connection.vendor, shape(), counts, digests)
        try:
            with open(unfinished, "xb", opener=_private) as target:
                write_archive(target, manifest, records, files)
            verify(unfinished)
            os.link(unfinished, path)
        except OSError as error:
            raise InputError(f"{path} cannot be written: {error.strerror}.") from error
        finally:
            unfinished.unlink(missing_ok=True)
    return manifest


def kept_files(folder: Path) -> list[Path]:
    """Return the files of a site's folder that belong to it: imports, data, results of long work."""
    found = [f for f in sorted(folder.rglob("*")) if f.is_file() and not f.is_symlink()]
    site = folder / "site"
    return [
        f
        for f in found
        if not (f.is_relative_to(site) and f.relative_to(site).parts[0].startswith(_NOT_KEPT))
    ]


def _write_records(path: Path) -> dict[str, int]:
    """Write all records as they were at one moment."""
    counts: Counter[str] = Counter()
    with transaction.atomic(), path.open("w", encoding="utf-8") as file:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        for line in record_lines():
            counts[json.loads(line)["model"]] += 1
            file.write(line + "\n")
    return dict(counts)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _private(path: str, flags: int) -> int:
    """Password hashes and secrets of second factors are inside: for this user's eyes only."""
    return os.open(path, flags, 0o600)
