"""Who does a job next: one at a time on an installation, and never two workers on one job."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from comity_web.jobs.models import Job, State

#: A running job without a sign of life for so long has lost its worker; a Comity default.
LOST_AFTER = timedelta(seconds=60)


def requeue_lost() -> int:
    """Put jobs back whose worker has died; they go on from what is done.

    Returns
    -------
    int
        How many there were.
    """
    lost = Job.objects.filter(
        Q(seen_at__lt=timezone.now() - LOST_AFTER) | Q(seen_at__isnull=True),
        state__in=(State.RUNNING, State.STOPPING),
    )
    stopping = lost.filter(state=State.STOPPING).update(
        state=State.STOPPED, ended_at=timezone.now()
    )
    return stopping + lost.filter(state=State.RUNNING).update(state=State.QUEUED)


def claim_next() -> Job | None:
    """Take the oldest waiting job, unless another one is running.

    The update names the state that it found, so that of two workers who see the same job only one
    gets it.
    """
    if Job.objects.filter(state__in=(State.RUNNING, State.STOPPING)).exists():
        return None
    waiting = Job.objects.filter(state=State.QUEUED).order_by("queued_at", "id").first()
    if waiting is None:
        return None
    now = timezone.now()
    taken = Job.objects.filter(pk=waiting.pk, state=State.QUEUED).update(
        state=State.RUNNING, started_at=now, seen_at=now
    )
    return Job.objects.get(pk=waiting.pk) if taken else None


def seen(job_id: int) -> None:
    """Note that a job's worker lives, however long its present step takes."""
    Job.objects.filter(pk=job_id).update(seen_at=timezone.now())


def report(job_id: int, done: int, total: int, doing: str) -> bool:
    """Write down how far a job is.

    Returns
    -------
    bool
        False if it should stop.
    """
    rows = Job.objects.filter(pk=job_id)
    rows.update(done=done, total=max(total, done), doing=doing[:200], seen_at=timezone.now())
    return rows.filter(state=State.RUNNING).exists()
