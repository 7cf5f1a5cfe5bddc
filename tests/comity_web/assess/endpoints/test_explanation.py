import pytest

import comity


def test_an_explanation_is_the_librarys_and_adds_up(program):
    found = program("vera").get("/explanation?partner=Kenya&year=2020")
    scores = comity.PropensityModel.default().score(comity.load_panel(), year=2020)
    expected = scores.explain("KEN")
    assert found["baseline"] + sum(one["contribution"] for one in found["lines"]) == pytest.approx(
        found["score"]
    )
    assert found["score"] == pytest.approx(expected.score)
    assert found["missing"] == list(expected.missing)
    assert all(one["source"] for one in found["lines"])
    assert any(one["vintage"] for one in found["lines"])


def test_weights_of_ones_own_give_another_explanation(program):
    sent = {"partner": "KEN", "year": 2020, "construct_weights": {"governance": 5}}
    mine = program("vera").send("POST", "/explanation", sent)
    assert mine["score"] != program("vera").get("/explanation?partner=KEN&year=2020")["score"]


def test_lines_as_a_table(program):
    answer = program("vera").call("GET", "/explanation?partner=KEN&year=2020&format=csv")
    assert answer.content.startswith(b"construct,indicator,title")


def test_who_is_not_scored_is_not_explained(program):
    vera = program("vera")
    assert "not scored" in vera.get("/explanation?partner=Tuvalu&year=2000", 400)["detail"]
    vera.get("/explanation", 422)
