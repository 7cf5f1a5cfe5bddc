import tomllib


def test_settings_numbers_neighbours_and_the_way_to_run_it_again(signed_in, finished):
    job = finished()
    html = signed_in("petra").get(f"/evaluate/runs/{job.pk}/specification/4/").content.decode()
    assert "Standard error" in html
    assert "cluster by partner" in html
    assert "fixef.K=&#x27;nested&#x27;" in html
    assert "comity evaluate panel tiny-open" in html
    assert html.count("/specification/") > 10
    assert "Control: democracy" in html


def test_the_study_of_one_specification_is_a_file(signed_in, finished):
    job = finished()
    answer = signed_in("petra").get(f"/evaluate/runs/{job.pk}/specification/4/study.toml")
    assert "attachment" in answer["Content-Disposition"]
    told = tomllib.loads(answer.content.decode())
    assert told["data"]["file"] == f"tiny-open-run-{job.pk}-data.csv"
    assert len(told["model"]["absorb"]) == 1


def test_there_is_no_such_specification(signed_in, finished):
    job = finished()
    for number in (0, 9, 10**9):
        answer = signed_in("petra").get(f"/evaluate/runs/{job.pk}/specification/{number}/")
        assert answer.status_code == 404
