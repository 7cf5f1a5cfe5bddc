"""Do one job, in a process of its own, so that pages stay quick and the work can be ended."""

import logging
import time
from typing import Any

from django.utils import timezone

from comity.terms.errors import ComityError
from comity_web.jobs.claiming import report
from comity_web.jobs.kinds import JobStopped, Work, kind
from comity_web.jobs.models import Job, State

#: Seconds between two notes of progress in the database.
EVERY = 0.3
log = logging.getLogger(__name__)


def run_job(job: Job) -> None:
    """Do a claimed job to its end, and write down how it ended."""
    try:
        result = kind(job.kind)(Work(job.arguments, job.folder, _reporter(job)))
    except JobStopped:
        _end(job, State.STOPPED)
    except ComityError as refusal:
        _end(job, State.FAILED, error=str(refusal))
    except Exception as fault:
        log.exception("The job %s failed", job.pk)
        said = f"A fault of Comity's: {type(fault).__name__}. The server's log has the details."
        _end(job, State.FAILED, error=said)
    else:
        _end(job, State.DONE, result=result, doing="")


def _reporter(job: Job) -> Any:
    """Write progress down, but not at every step."""
    last = [0.0]

    def note(done: int, total: int, doing: str = "") -> None:
        now = time.monotonic()
        if now - last[0] < EVERY and done < total:
            return
        last[0] = now
        if not report(job.pk, done, total, doing):
            raise JobStopped(f"{job} was stopped.")

    return note


def _end(job: Job, state: State, **fields: Any) -> None:
    if state is State.DONE:
        job.refresh_from_db()
        fields["done"] = fields["total"] = max(job.total, 1)
    Job.objects.filter(pk=job.pk).update(state=state, ended_at=timezone.now(), **fields)
    job.refresh_from_db()
