import pytest

from comity_web.jobs import running
from comity_web.jobs.actions import resume_job, stop_job
from comity_web.jobs.claiming import claim_next
from comity_web.jobs.running import run_job


@pytest.fixture(autouse=True)
def _every_step_is_noted(monkeypatch):
    monkeypatch.setattr(running, "EVERY", 0.0)


def test_a_job_is_done(queued):
    queued(to=4)
    job = claim_next()
    run_job(job)
    assert (job.state, job.done, job.total, job.share) == ("done", 4, 4, 100)
    assert job.result == {"counted": 4}
    assert job.ended_at is not None


def test_a_refusal_is_shown_in_its_own_words(queued):
    queued(fail=1)
    job = claim_next()
    run_job(job)
    assert (job.state, job.error) == ("failed", "It cannot count past 1.")


def test_a_fault_of_ours_is_said_without_its_insides(queued, caplog):
    queued(**{"break": 1})
    job = claim_next()
    run_job(job)
    assert job.state == "failed"
    assert "ZeroDivisionError" in job.error
    assert "Traceback" not in job.error
    assert "Traceback" in caplog.text


def test_a_stopped_job_goes_on_in_the_same_folder(queued, people):
    job = queued(to=3)
    claimed = claim_next()
    stop_job(job, by=people["eva"])
    run_job(claimed)
    assert claimed.state == "stopped"
    resume_job(claimed, by=people["eva"])
    again = claim_next()
    run_job(again)
    assert again.state == "done"
    assert (again.folder / "begun.txt").read_text() == "xx"
