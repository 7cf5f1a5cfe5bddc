import pytest

from comity_web.evaluate.actions import delete_dataset, queue_own
from comity_web.evaluate.reproduce import has_table
from comity_web.evaluate.run_files import kept
from comity_web.jobs.claiming import claim_next
from comity_web.jobs.running import run_job
from tests.comity_web.evaluate.own_text import ON_PANEL, ON_TABLE


def test_a_known_slope_is_found_and_the_table_is_not_copied(people, uploaded):
    queue_own(ON_TABLE, by=people["eva"], dataset=uploaded(), permutations=9)
    job = claim_next()
    run_job(job)
    assert (job.state, job.error) == ("done", "")
    result = kept(job).result
    same_year = [s for s in result.specifications if s.settings["treatment"] == "x"]
    assert [s.estimate for s in same_year] == pytest.approx([2.0] * len(same_year), abs=0.05)
    assert (result.units, result.years) == (8, (2000, 2005))
    assert not has_table(job)


def test_a_table_that_was_deleted_meanwhile_is_said_to_be(people, uploaded):
    table = uploaded()
    queue_own(ON_TABLE, by=people["eva"], dataset=table)
    delete_dataset(table, by=people["eva"])
    job = claim_next()
    run_job(job)
    assert job.state == "failed"
    assert "was deleted" in job.error


def test_the_panel_needs_no_upload(people):
    queue_own(ON_PANEL, by=people["eva"], permutations=0)
    job = claim_next()
    run_job(job)
    assert (job.state, job.error) == ("done", "")
    assert kept(job).result.title == "assistance and democracy"
    assert has_table(job)
