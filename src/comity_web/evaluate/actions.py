"""The only writer of runs and uploaded tables. Each action leaves a trace."""

import hashlib
import tempfile
from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.db import transaction

from comity.evaluate.ready_frame import first_complete, needs_of
from comity.evaluate.ready_recipe import get_ready
from comity.evaluate.ready_studies import MOST, PERMUTATIONS
from comity.terms.errors import DataMissing, InputError
from comity_web.access.audit import write_event
from comity_web.access.models import User
from comity_web.access.permissions import Permission
from comity_web.access.rules import require
from comity_web.access.scope import Scope
from comity_web.evaluate.job_kinds import OWN, READY
from comity_web.evaluate.models import Dataset
from comity_web.evaluate.own_study import own_study
from comity_web.evaluate.queries import study_scopes
from comity_web.evaluate.run_files import RECIPE
from comity_web.evaluate.upload import Uploaded
from comity_web.jobs.actions import queue_job
from comity_web.jobs.models import Job, State
from comity_web.world.evidence import panel

#: Runs that one person may have waiting; a Comity default.
MOST_WAITING = 10
MOST_PERMUTATIONS = 999


@transaction.atomic
def queue_ready(
    name: str,
    *,
    by: User,
    variant: str = "",
    seed: int = 1,
    permutations: int = PERMUTATIONS,
    most: int = MOST,
) -> Job:
    """Ask for a run of a ready study; the same run that is waiting already is returned as it is.

    Raises
    ------
    UnknownName
        If there is no such study or variant.
    DataMissing
        If its data are not here; says how to bring them.
    InputError
        If too many runs of the same person are waiting.
    PermissionDenied
        If the user may run studies nowhere.
    """
    study, book = get_ready(name), panel()
    chosen = study.chosen(variant) if variant else first_complete(study, book)
    lacking = [n for n in needs_of(study, chosen, book) if not (n.here or n.optional)]
    if lacking:
        raise DataMissing(
            f"This way of measuring needs {lacking[0].title}. Bring it: {lacking[0].how}"
        )
    arguments = {
        "study": study.id,
        "variant": chosen.id,
        "seed": seed,
        "permutations": _checked(permutations),
        "most": most,
    }
    return _queued(READY, study.title, arguments, by=by, scope=_scope(by))


@transaction.atomic
def queue_own(
    text: str,
    *,
    by: User,
    shown: str = "study.toml",
    dataset: Dataset | None = None,
    seed: int = 1,
    permutations: int = PERMUTATIONS,
    most: int = MOST,
) -> Job:
    """Ask for a run of somebody's own study; it is read and checked first.

    Parameters
    ----------
    text
        The study's file.
    shown
        Its name.
    dataset
        An uploaded table; the panel where there is none.

    Raises
    ------
    InputError
        If study or data cannot be used, in one sentence.
    PermissionDenied
        If the user may not run studies for the table's scope.
    """
    scope = dataset.scope if dataset is not None else _scope(by)
    require(by, Permission.RUN_STUDIES, scope)
    arguments = {
        "study": shown,
        "recipe": hashlib.sha256(text.encode()).hexdigest()[:12],
        "table": str(dataset) if dataset is not None else "indicators of the panel",
        "dataset": dataset.pk if dataset is not None else None,
        "seed": seed,
        "permutations": _checked(permutations),
        "most": most,
    }
    title = f"Own study: {_read(text, shown, dataset)}"[:200]
    job = _queued(OWN, title, arguments, by=by, scope=scope)
    (job.folder / RECIPE).write_text(text, encoding="utf-8")
    return job


def _read(text: str, shown: str, dataset: Dataset | None) -> str:
    """Read a study with its data before it is queued; return its name."""
    with tempfile.TemporaryDirectory(prefix="comity-study-") as folder:
        place = Path(folder) / RECIPE
        place.write_text(text, encoding="utf-8")
        data = dataset.path if dataset is not None else None
        return own_study(place, shown=shown, data=data, called=str(dataset or "")).study.name


@transaction.atomic
def add_dataset(found: Uploaded, *, by: User, scope: Scope) -> Dataset:
    """Keep an uploaded table.

    Raises
    ------
    PermissionDenied
        If the user may not run studies for that scope.
    """
    require(by, Permission.RUN_STUDIES, scope)
    kept = Dataset.objects.create(
        name=found.name,
        digest=hashlib.sha256(found.content).hexdigest(),
        size=len(found.content),
        rows=found.rows,
        columns=list(found.columns),
        scope_text=str(scope),
        uploaded_by=by.get_username(),
    )
    _write_whole(kept.path, found.content)
    after = {"rows": kept.rows, "columns": len(kept.columns), "digest": kept.digest}
    write_event("dataset.uploaded", kept, by=by, scope=scope, after=after)
    return kept


@transaction.atomic
def delete_dataset(dataset: Dataset, *, by: User) -> None:
    """Delete an uploaded table and its file; runs keep their estimates, which hold no row of it.

    Raises
    ------
    PermissionDenied
        If the user may not run studies for its scope.
    """
    require(by, Permission.RUN_STUDIES, dataset.scope)
    before = {"rows": dataset.rows, "digest": dataset.digest}
    write_event("dataset.deleted", dataset, by=by, scope=dataset.scope, before=before)
    path = dataset.path
    dataset.delete()
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


def _scope(by: User) -> Scope:
    held = study_scopes(by)
    if not held:
        raise PermissionDenied(
            f"This needs the permission to {Permission.RUN_STUDIES}. "
            "An administrator can give you a role that has it."
        )
    return held[0]


def _checked(permutations: int) -> int:
    if not 0 <= permutations <= MOST_PERMUTATIONS:
        raise InputError(f"Permutations are 0 to {MOST_PERMUTATIONS}, not {permutations:,}.")
    return permutations


def _queued(
    kind: str, title: str, arguments: Mapping[str, object], *, by: User, scope: Scope
) -> Job:
    """Queue, but not the same thing twice: people press buttons twice."""
    waiting = Job.objects.filter(
        kind=kind,
        queued_by=by.get_username(),
        state__in=(State.QUEUED, State.RUNNING),
    )
    for job in waiting:
        if job.arguments == arguments:
            return job
    if len(waiting) >= MOST_WAITING:
        raise InputError(
            f"{MOST_WAITING} runs of yours are waiting; stop one or wait until some are done."
        )
    return queue_job(kind, title, arguments, by=by, scope=scope)


def _write_whole(path: Path, content: bytes) -> None:
    part = path.with_suffix(".part")
    part.write_bytes(content)
    part.chmod(0o600)
    part.replace(path)
