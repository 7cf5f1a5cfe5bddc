from datetime import date

from comity.authorities.gates.facts import build_facts
from comity.authorities.gates.registry import GATES


def test_gates_say_what_they_ask_for(program):
    assert [one["name"] for one in program("vera").get("/authorities/gates")] == list(GATES)


def test_a_gate_answers_as_the_library_does(program):
    facts = {"projects": [700_000, 1_800_000]}
    found = program("vera").send(
        "POST", "/authorities/gates/construction", {"facts": facts, "on": "2023-06-30"}
    )
    gate = GATES["construction"]
    expected = gate.judge(build_facts(facts, gate.facts), date(2023, 6, 30)).to_dict()
    assert found == expected
    assert found["outcome"] == "fail"


def test_what_is_left_out_is_not_known(program):
    assert program("vera").send("POST", "/authorities/gates/leahy", {})["outcome"] == "unknown"


def test_wrong_facts_are_refused(program):
    vera = program("vera")
    vera.send("POST", "/authorities/gates/leahy", {"facts": {"veting": "cleared"}}, 404)
    vera.send("POST", "/authorities/gates/leahy", {"facts": {"cleared_on": "soon"}}, 400)
    vera.send("POST", "/authorities/gates/lehy", {}, 404)
