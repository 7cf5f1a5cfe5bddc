from comity_web.jobs.claiming import claim_next, report
from comity_web.jobs.running import run_job


def test_progress_asks_for_itself_until_the_job_is_over(signed_in, queued):
    client, job = signed_in("eva"), queued()
    address = f"/jobs/{job.pk}/"
    assert "hx-get" in client.get(address).content.decode()
    claim_next()
    report(job.pk, 1, 4, "first of four")
    part = client.get(address, headers={"HX-Request": "true"})
    assert "first of four" in part.content.decode()
    assert "<html" not in part.content.decode()
    job.refresh_from_db()
    run_job(job)
    over = client.get(address, headers={"HX-Request": "true"})
    assert over["HX-Refresh"] == "true"
    assert "hx-get" not in over.content.decode()


def test_a_planner_may_look_but_not_stop(signed_in, queued):
    job = queued()
    html = signed_in("petra").get(f"/jobs/{job.pk}/").content.decode()
    assert "Stop it" not in html


def test_there_is_no_such_job(signed_in):
    assert signed_in("eva").get("/jobs/999/").status_code == 404
