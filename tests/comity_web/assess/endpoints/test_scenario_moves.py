import pytest


@pytest.fixture
def made(program):
    return program("petra").send(
        "POST", "/scenarios", {"name": "Mine", "year": 2020, "group": "AFRICOM"}, 201
    )


def move(caller, made, name, status=200, *, version, **more):
    address = f"/scenarios/{made['id']}/moves"
    return caller.send("POST", address, {"move": name, "version": version} | more, status)


def test_a_scenario_is_agreed_by_another_and_kept_as_it_was(program, made):
    petra, anton, vera = program("petra"), program("anton"), program("vera")
    assert move(petra, made, "submit", version=1)["status"] == "in review"
    agreed = move(anton, made, "approve", version=2)
    assert (agreed["status"], agreed["approved_by"]) == ("agreed", "anton")
    kept = vera.get(f"/scenarios/{made['id']}/agreed")
    assert (kept["digest"], kept["agreed_by"], kept["draws"]) == (made["digest"], "anton", 2000)
    scores = vera.get(f"/scores?scenario={made['id']}")["partners"]
    assert [one["partner"] for one in kept["rows"]] == [one["partner"] for one in scores]
    refused = petra.send("PATCH", f"/scenarios/{made['id']}", {"note": "x", "version": 3}, 400)
    assert "only a draft" in refused["detail"]


def test_nobody_agrees_to_their_own_work(program):
    ada = program("ada")
    own = ada.send("POST", "/scenarios", {"name": "Own"}, 201)
    move(ada, own, "submit", version=1)
    assert "ask another" in move(ada, own, "approve", 400, version=2)["detail"]


def test_a_return_needs_a_reason(program, made):
    move(program("petra"), made, "submit", version=1)
    anton = program("anton")
    assert "Say why" in move(anton, made, "return", 400, version=2)["detail"]
    assert move(anton, made, "return", version=2, reason="Weights?")["status"] == "draft"


def test_moves_are_refused_by_role_version_and_state(program, made):
    move(program("anton"), made, "submit", 403, version=1)
    move(program("vera"), made, "submit", 403, version=1)
    assert "must be in review" in move(program("petra"), made, "withdraw", 400, version=1)["detail"]
    move(program("petra"), made, "submit", 409, version=7)
    program("petra", reads_only=True).send(
        "POST", f"/scenarios/{made['id']}/moves", {"move": "submit", "version": 1}, 403
    )


def test_every_save_stays_as_a_version(program, made):
    petra = program("petra")
    petra.send("PATCH", f"/scenarios/{made['id']}", {"note": "second", "version": 1, "reason": "r"})
    rows = petra.get(f"/scenarios/{made['id']}/versions")["items"]
    assert [(one["number"], one["note"], one["reason"]) for one in rows] == [
        (2, "second", "r"),
        (1, "", ""),
    ]
    program("vera").get(f"/scenarios/{made['id']}/versions", 404)


def test_nothing_was_agreed_yet(program, made):
    assert (
        "nothing was agreed"
        in program("petra").get(f"/scenarios/{made['id']}/agreed", 404)["detail"]
    )
