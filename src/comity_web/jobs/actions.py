"""The only writer of jobs on behalf of people."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from comity.terms.errors import InputError
from comity_web.access.audit import write_event
from comity_web.access.scope import EVERYWHERE, Scope
from comity_web.jobs.kinds import kind as known_kind
from comity_web.jobs.models import Job, State

if TYPE_CHECKING:
    from comity_web.access.models import User


@transaction.atomic
def queue_job(
    kind: str,
    title: str,
    arguments: Mapping[str, Any],
    *,
    by: "User | str",
    scope: Scope = EVERYWHERE,
) -> Job:
    """Ask for a piece of work; it begins when a worker is free.

    Raises
    ------
    UnknownName
        If nobody knows how to do it.
    """
    known_kind(kind)
    job = Job.objects.create(
        kind=kind,
        title=title,
        arguments=dict(arguments),
        scope_text=str(scope),
        queued_by=by if isinstance(by, str) else by.username,
    )
    write_event("job.queued", job, by=by, scope=scope, after={"kind": kind, **arguments})
    return job


@transaction.atomic
def stop_job(job: Job, *, by: "User | str") -> None:
    """Ask a job to stop; what it has done is kept.

    Raises
    ------
    InputError
        If it is over already.
    """
    now = timezone.now()
    waiting = Job.objects.filter(pk=job.pk, state=State.QUEUED)
    running = Job.objects.filter(pk=job.pk, state=State.RUNNING)
    if not waiting.update(state=State.STOPPED, ended_at=now) and not running.update(
        state=State.STOPPING
    ):
        job.refresh_from_db()
        raise InputError(f"{job} is {job.get_state_display().lower()}; there is nothing to stop.")
    job.refresh_from_db()
    write_event("job.stopped", job, by=by, scope=job.scope)


@transaction.atomic
def resume_job(job: Job, *, by: "User | str") -> None:
    """Take a stopped or failed job up again where it was.

    Raises
    ------
    InputError
        If it is neither stopped nor failed.
    """
    ended = Job.objects.filter(pk=job.pk, state__in=(State.STOPPED, State.FAILED))
    if not ended.update(state=State.QUEUED, ended_at=None, error="", doing=""):
        job.refresh_from_db()
        raise InputError(f"{job} is {job.get_state_display().lower()}; only stopped work goes on.")
    job.refresh_from_db()
    write_event("job.resumed", job, by=by, scope=job.scope)
