def test_studies_say_what_is_asked_claimed_and_missing(signed_in):
    html = signed_in("eva").get("/evaluate/studies/").content.decode()
    assert "Fragility and security cooperation, 1995-2018" in html
    assert "McNerney and others (2014)" in html
    assert "comity world import sfi FILE" in html
    assert "No study has been run on this installation yet" in html
    assert html.count(">Run</button>") == 5


def test_who_may_only_read_sees_no_runs_and_no_button(signed_in, finished):
    finished()
    html = signed_in("vera").get("/evaluate/studies/").content.decode()
    assert "/run/" not in html
    assert "Last runs" not in html
    assert "Run 1" not in html


def test_runs_are_listed_with_their_verdicts(signed_in, finished):
    job = finished()
    html = signed_in("petra").get("/evaluate/studies/").content.decode()
    assert f"/evaluate/runs/{job.pk}/" in html
    assert "1 not run" in html
    assert "No study has been run" not in html
    assert ">Run</button>" not in html
