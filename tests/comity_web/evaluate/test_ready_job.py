"""The real work of a run, on the panel that ships, stopped and taken up again."""

import pytest

from comity_web.evaluate.actions import queue_ready
from comity_web.evaluate.ready_job import run_ready, shipped_text
from comity_web.evaluate.run_files import kept
from comity_web.jobs import running
from comity_web.jobs.actions import resume_job, stop_job
from comity_web.jobs.claiming import claim_next
from comity_web.jobs.kinds import JobStopped, Work
from comity_web.jobs.running import run_job
from tests.comity_web.evaluate.made_runs import found as tiny_found


@pytest.fixture(autouse=True)
def _every_step_is_noted(monkeypatch):
    monkeypatch.setattr(running, "EVERY", 0.0)


def test_a_run_is_done_and_says_what_the_library_says(people):
    queue_ready("tiny", by=people["eva"], permutations=9, most=4)
    job = claim_next()
    run_job(job)
    assert (job.state, job.error) == ("done", "")
    assert kept(job).result.specifications == tiny_found(1)[0].specifications
    assert kept(job).result.findings[0].null == tiny_found(1)[0].findings[0].null
    assert job.result["variant"] == "open"


def test_a_stopped_run_goes_on_from_its_files(people, tmp_path):
    told = []

    def report(done, total, doing):
        told.append(doing)
        if len(told) == 4:
            raise JobStopped("stopped")

    asked = {"study": "tiny", "variant": "open", "seed": 1, "permutations": 9, "most": 4}
    with pytest.raises(JobStopped):
        run_ready(Work(asked, tmp_path, report))
    parts = {p: p.stat().st_mtime_ns for p in tmp_path.glob("finished-*/more/part-*.parquet")}
    assert parts
    assert run_ready(Work(asked, tmp_path, lambda *_: None))["specifications"] == 8
    assert {p: p.stat().st_mtime_ns for p in parts} == parts


def test_a_person_stops_a_run_and_takes_it_up_again(people):
    job = queue_ready("tiny", by=people["eva"], permutations=9, most=4)
    claimed = claim_next()
    stop_job(job, by=people["eva"])
    run_job(claimed)
    assert claimed.state == "stopped"
    resume_job(claimed, by=people["eva"])
    again = claim_next()
    run_job(again)
    assert again.state == "done"


def test_the_study_ships_with_its_own_words():
    assert 'id = "fragility"' in shipped_text("fragility")
