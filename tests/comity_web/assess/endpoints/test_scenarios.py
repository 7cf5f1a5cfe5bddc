import pytest

from comity_web.access.models import AuditEvent
from comity_web.assess.models import Scenario
from comity_web.assess.scored import default_model


@pytest.fixture
def made(program):
    return program("petra").send("POST", "/scenarios", {"name": "Mine", "year": 2020}, 201)


def test_a_new_scenario_is_a_draft_with_an_address_a_tag_and_a_trace(program):
    petra = program("petra")
    answer = petra.call("POST", "/scenarios", {"name": "Mine", "note": "why", "reason": "asked"})
    assert (answer.status_code, answer["ETag"]) == (201, '"v1"')
    found = petra.call("GET", answer["Location"].removeprefix("/api/v1"))
    body = found.json()
    assert (body["status"], body["version"], found["ETag"]) == ("draft", 1, '"v1"')
    assert body["digest"] == default_model().digest
    line = AuditEvent.objects.get(action="scenario.created")
    assert (line.actor, line.reason) == ("petra", "asked")


def test_a_draft_is_changed_by_whoever_names_its_version(program, made):
    petra = program("petra")
    changed = petra.send("PATCH", f"/scenarios/{made['id']}", {"note": "new"}, If_Match='"v1"')
    assert (changed["note"], changed["version"], changed["year"]) == ("new", 2, 2020)
    again = petra.send("PATCH", f"/scenarios/{made['id']}", {"group": "africom", "version": 2})
    assert (again["group"], again["scope"]) == ("AFRICOM", "AFRICOM")


def test_the_second_of_two_is_told_and_sees_both_versions(program, made):
    first, second = program("petra"), program("ada")
    address = f"/scenarios/{made['id']}"
    first.send("PATCH", address, {"note": "hers"}, If_Match='"v1"')
    refused = second.send("PATCH", address, {"note": "mine"}, 412, If_Match='"v1"')
    assert (refused["expected"], refused["version"]) == (1, 2)
    assert (refused["theirs"]["note"], refused["yours"]["note"]) == ("hers", "mine")
    assert second.send("PATCH", address, {"note": "mine", "version": 1}, 409)["version"] == 2
    assert Scenario.objects.get().note == "hers"
    assert second.send("PATCH", address, {"note": "both", "version": 2})["version"] == 3


def test_a_change_without_a_version_is_refused(program, made):
    refused = program("petra").send("PATCH", f"/scenarios/{made['id']}", {"note": "x"}, 428)
    assert refused["field"] == "header.If-Match"


@pytest.mark.parametrize(
    ("who", "read", "write"),
    [
        ("vera", 404, 403),
        ("pablo", 404, 404),
        ("anton", 200, 403),
        ("ada", 200, 200),
        ("", 401, 401),
    ],
)
def test_drafts_are_read_and_changed_by_role_and_scope(program, made, who, read, write):
    caller = program(who)
    caller.get(f"/scenarios/{made['id']}", read)
    caller.send("PATCH", f"/scenarios/{made['id']}", {"note": "x", "version": 1}, write)
    listed = caller.call("GET", "/scenarios")
    assert listed.status_code == 401 or (listed.json()["total"] == 1) == (read == 200)


def test_a_planner_of_a_command_makes_scenarios_of_that_command_only(program):
    pablo = program("pablo")
    assert (
        pablo.send("POST", "/scenarios", {"name": "Ours", "group": "AFRICOM"}, 201)["scope"]
        == "AFRICOM"
    )
    pablo.send("POST", "/scenarios", {"name": "Theirs", "group": "EUCOM"}, 403)


def test_one_is_put_away_and_brought_back_by_itself(program, made):
    petra, address = program("petra"), f"/scenarios/{made['id']}"
    petra.send("PATCH", address, {"archived": True, "note": "x", "version": 1}, 400)
    assert petra.send("PATCH", address, {"archived": True, "version": 1})["archived"]
    assert petra.get("/scenarios")["total"] == 0
    assert petra.get("/scenarios?archived=true&status=draft")["total"] == 1


@pytest.mark.parametrize(
    ("sent", "status"),
    [({}, 422), ({"name": ""}, 422), ({"name": "MINE"}, 400), ({"name": "x", "group": "AFRICA"}, 404),
     ({"name": "x", "year": 1950}, 400), ({"name": "x", "recipe": "no = "}, 400), ({"nam": "x"}, 422)],
)  # fmt: skip
def test_what_cannot_be_saved_is_refused_and_nothing_is_saved(program, made, sent, status):
    program("petra").send("POST", "/scenarios", sent, status)
    assert Scenario.objects.count() == 1
