"""The worker of each server process: claims jobs and does them in processes of their own."""

import logging
import subprocess
import sys
from threading import Event, Thread

from django.db import DatabaseError, close_old_connections

from comity_web.jobs.claiming import claim_next, requeue_lost
from comity_web.jobs.models import Job

#: Seconds between two looks at the queue.
EVERY = 1.0
log = logging.getLogger(__name__)


def start() -> None:
    """Begin to look at the queue."""
    Thread(target=work, args=(Event(),), name="jobs", daemon=True).start()


def work(stop: Event, every: float = EVERY) -> None:
    """Claim and do jobs until stopped; a database that is away for a while does no harm."""
    while not stop.is_set():
        try:
            close_old_connections()
            requeue_lost()
            job = claim_next()
        except DatabaseError:
            log.exception("The queue of jobs could not be read")
            job = None
        if job is None:
            stop.wait(every)
        else:
            _do(job)


def _do(job: Job) -> None:
    """Do a job in a process of its own, at low priority."""
    command = [sys.executable, "-m", "comity_web", "run_job", str(job.pk)]
    with (job.folder / "log.txt").open("ab") as output:
        subprocess.run(["nice", "-n", "5", *command], stdout=output, stderr=output, check=False)  # noqa: S603, S607
