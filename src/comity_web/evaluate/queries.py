"""What is read about runs and uploaded tables."""

from typing import TYPE_CHECKING

from comity_web.access.permissions import Permission
from comity_web.access.rules import scopes_with
from comity_web.access.scope import EVERYWHERE, Scope
from comity_web.evaluate.job_kinds import KINDS, OWN, READY
from comity_web.evaluate.models import Dataset
from comity_web.jobs.models import Job
from comity_web.records.fetching import readable, record_for

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from comity_web.access.models import User

#: Runs that a list shows.
MOST = 100


def runs_for(user: "User | AnonymousUser", study: str = "") -> list[Job]:
    """Return the newest runs that somebody may read, of one ready study where it is named."""
    rows = Job.objects.filter(kind__in=tuple(KINDS))
    if study:
        rows = rows.filter(kind=READY, arguments__study=study)
    return [job for job in rows[:MOST] if readable(user, job)]


def run_for(user: "User | AnonymousUser", pk: int) -> Job:
    """Return one run.

    Raises
    ------
    Http404
        If there is none, or it is not theirs to read.
    """
    return record_for(user, Job.objects.filter(kind__in=tuple(KINDS)), pk, to=Permission.READ)


def is_own(job: Job) -> bool:
    """Whether a run is of a study of somebody's own."""
    return job.kind == OWN


def datasets_for(user: "User | AnonymousUser") -> list[Dataset]:
    """Return the uploaded tables that somebody may read, newest first."""
    return [one for one in Dataset.objects.all() if readable(user, one)]


def dataset_for(user: "User | AnonymousUser", pk: int, *, to: Permission) -> Dataset:
    """Return one uploaded table, if somebody may do this with it."""
    return record_for(user, Dataset.objects.all(), pk, to=to)


def study_scopes(user: "User | AnonymousUser") -> list[Scope]:
    """Return where somebody may run studies, the widest first."""
    held = scopes_with(user, Permission.RUN_STUDIES)
    order = {"everywhere": 0, "command": 1}
    return sorted(
        dict.fromkeys(held), key=lambda s: (order.get(s.kind, 2), s != EVERYWHERE, str(s))
    )
