import pytest

from comity_web.evaluate.actions import queue_ready
from comity_web.evaluate.run_files import kept


def test_what_a_run_found(program, finished):
    job = finished()
    found = program("petra").get(f"/runs/{job.pk}/result")
    assert found["called"] == "association"
    assert found["findings"][1]["verdict"] == "not run"
    assert found["findings"][1]["headline"] is None
    assert found["provenance"]["seed"] == 1
    assert {row["estimator"] for row in found["estimators"]} >= {"first differences"}


def test_the_curve_comes_in_pages_or_as_a_table(program, finished):
    job = finished()
    petra = program("petra")
    page = petra.get(f"/runs/{job.pk}/curve?claim=more&sort=estimate&limit=3")
    assert (page["total"], len(page["items"])) == (8, 3)
    estimates = [row["estimate"] for row in page["items"]]
    assert estimates == sorted(estimates)
    table = petra.call("GET", f"/runs/{job.pk}/curve?format=csv").content.decode().splitlines()
    assert len(table) == 9
    assert "absorbed" in table[0]
    assert petra.get(f"/runs/{job.pk}/curve?claim=comets", 404)["status"] == 404


def test_one_specification(program, finished):
    job = finished()
    one = program("petra").get(f"/runs/{job.pk}/specifications/5")
    mine = kept(job).specification(5)
    assert one["estimate"] == pytest.approx(mine.estimate)
    assert "[treatment]" in one["toml"]
    assert one["commands"][0].startswith("comity evaluate panel")


def test_a_run_that_is_not_done_has_no_result_yet(program, people):
    job = queue_ready("tiny", by=people["eva"])
    refused = program("eva").get(f"/runs/{job.pk}/result", 404)
    assert "not there yet" in refused["detail"]
