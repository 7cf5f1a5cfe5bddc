def test_a_program_runs_stops_and_takes_up(program):
    eva = program("eva")
    run = eva.send("POST", "/studies/tiny/runs", {"permutations": 9}, 201)
    assert (run["state"], run["arguments"]["variant"]) == ("queued", "open")
    at = f"/runs/{run['id']}"
    assert eva.get(at)["id"] == run["id"]
    assert eva.get("/runs?study=tiny")["total"] == 1
    assert eva.send("POST", f"{at}/moves", {"move": "stop"})["state"] == "stopped"
    assert eva.send("POST", f"{at}/moves", {"move": "resume"})["state"] == "queued"
    assert program("petra").call("POST", f"{at}/moves", {"move": "stop"}).status_code == 403
    assert program("vera").call("GET", at).status_code == 403


def test_the_address_of_a_new_run_is_told(program):
    answer = program("eva").call("POST", "/studies/tiny/runs", {})
    assert answer["Location"] == f"/api/v1/runs/{answer.json()['id']}"


def test_data_that_are_missing_are_said_to_be(program):
    refused = program("eva").send("POST", "/studies/tiny/runs", {"variant": "index"}, 404)
    assert "comity world import sfi" in refused["detail"]
