"""Bring a backup into an empty database of either kind, whole or not at all."""

import hashlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import IO

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

from comity.terms.errors import InputError
from comity.terms.version import VERSION
from comity.world.home import home as comity_home
from comity_web.site.backup_file import HOME, RECORDS, Manifest, members, verify
from comity_web.site.record_lines import kept_models, load_line, record_lines
from comity_web.site.tables import shape


def restore(path: Path, *, say: Callable[[str], None]) -> Manifest:
    """Read a backup into the database and folder of this installation.

    Raises
    ------
    InputError
        If the backup is damaged or of another version, the database has records already, or a
        file of the folder would be overwritten. Then nothing is changed.
    """
    manifest = verify(path)
    _refuse_other_shape(path, manifest)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    _refuse_records()
    _refuse_files(manifest)
    say(f"Backup of {manifest.made_at} ({manifest.database}, Comity {manifest.version}) ...")
    with transaction.atomic():
        for member, content in members(path):
            if member.name == RECORDS:
                _load(content, manifest)
        for member, content in members(path):
            if member.name.startswith(HOME):
                _put(member.name, content.read())
    say(f"{sum(manifest.counts.values())} records and {len(manifest.digests) - 1} files are back.")
    return manifest


def _load(content: IO[bytes], manifest: Manifest) -> None:
    """Insert all records, then read them back and hold them against what was written."""
    counts = Counter(load_line(line.decode("utf-8")) for line in content)
    digest = hashlib.sha256()
    for line in record_lines():
        digest.update(line.encode("utf-8") + b"\n")
    if dict(counts) != dict(manifest.counts) or digest.hexdigest() != manifest.digests[RECORDS]:
        raise InputError("The records read back differ from the backup; nothing was restored.")
    statements = connection.ops.sequence_reset_sql(no_style(), kept_models())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _refuse_other_shape(path: Path, manifest: Manifest) -> None:
    ours = shape()
    if dict(manifest.migrations) != ours:
        apps = sorted(a for a in ours if manifest.migrations.get(a) != ours[a])
        raise InputError(
            f"{path} was made by Comity {manifest.version}, whose records have another shape than "
            f"those of {VERSION} ({', '.join(apps) or 'an application is gone'}). Restore it with "
            f"Comity {manifest.version}, then upgrade."
        )


def _refuse_records() -> None:
    for model in kept_models():
        if model._default_manager.exists():  # noqa: SLF001 (Django's documented door)
            raise InputError(
                f"The database has {model._meta.verbose_name_plural} already; a backup goes into "  # noqa: SLF001
                "an empty one. Name another in DATABASE_URL, or another COMITY_HOME."
            )


def _refuse_files(manifest: Manifest) -> None:
    for name, digest in manifest.digests.items():
        there = _place(name)
        same = not there.exists() or hashlib.sha256(there.read_bytes()).hexdigest() == digest
        if name.startswith(HOME) and not same:
            raise InputError(f"{there} is there already and differs; move it away first.")


def _put(name: str, content: bytes) -> None:
    place = _place(name)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    place.write_bytes(content)


def _place(name: str) -> Path:
    return comity_home().joinpath(*PurePosixPath(name.removeprefix(HOME)).parts)
