"""What is read about jobs."""

from typing import TYPE_CHECKING

from comity_web.jobs.models import Job
from comity_web.records.fetching import readable

if TYPE_CHECKING:
    from comity_web.access.models import User


def jobs_for(user: "User", most: int = 100) -> list[Job]:
    """Return the newest jobs that somebody may read."""
    return [job for job in Job.objects.all()[:most] if readable(user, job)]


def waiting_before(job: Job) -> int:
    """Return how many jobs will be done before one that waits."""
    return Job.objects.filter(state__in=("queued", "running", "stopping"), id__lt=job.pk).count()
