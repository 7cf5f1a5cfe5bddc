def test_two_newest_runs_are_set_side_by_side(signed_in, finished):
    first, second = finished(1), finished(2)
    client = signed_in("petra")
    html = client.get("/evaluate/runs/compare/").content.decode()
    assert "0 of 2 verdicts differ" in html
    assert f"Run {first.pk}" in html
    assert f"Run {second.pk}" in html
    named = client.get(f"/evaluate/runs/compare/?a={second.pk}&b={first.pk}")
    assert "<td>2</td><td>1</td>" in named.content.decode()


def test_one_run_is_not_enough(signed_in, finished):
    assert "Two runs are needed" in signed_in("eva").get("/evaluate/runs/compare/").content.decode()
    job = finished()
    html = signed_in("eva").get(f"/evaluate/runs/compare/?a={job.pk}&b={job.pk}").content.decode()
    assert "Two runs are needed" in html


def test_a_run_that_is_not_there(signed_in, people):
    assert signed_in("eva").get("/evaluate/runs/compare/?a=999").status_code == 404
