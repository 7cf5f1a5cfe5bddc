import pytest

from comity.terms.errors import InputError, UnknownName
from comity_web.access.models import AuditEvent
from comity_web.jobs.actions import queue_job, resume_job, stop_job
from comity_web.jobs.claiming import claim_next
from comity_web.jobs.models import Job


def test_work_that_nobody_knows_is_refused(people):
    with pytest.raises(UnknownName, match="kind of work"):
        queue_job("guess", "Guess", {}, by=people["eva"])
    assert not Job.objects.exists()


def test_a_waiting_job_stops_at_once_and_goes_on_when_asked(queued, people):
    job = queued()
    stop_job(job, by=people["eva"])
    assert (job.state, job.over) == ("stopped", True)
    resume_job(job, by=people["eva"])
    assert (job.state, job.ended_at) == ("queued", None)
    trail = AuditEvent.objects.filter(target_kind="job").values_list("action", flat=True)
    assert list(trail) == ["job.resumed", "job.stopped", "job.queued"]


def test_a_running_job_is_asked_to_stop(queued, people):
    job = queued()
    claim_next()
    stop_job(job, by=people["eva"])
    assert job.state == "stopping"


def test_what_is_over_cannot_be_stopped_and_what_is_not_cannot_be_resumed(queued, people):
    job = queued()
    with pytest.raises(InputError, match="only stopped work"):
        resume_job(job, by=people["eva"])
    stop_job(job, by=people["eva"])
    with pytest.raises(InputError, match="nothing to stop"):
        stop_job(job, by=people["eva"])
