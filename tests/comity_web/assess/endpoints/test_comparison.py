import comity
from comity.assess.comparison import compare


def test_two_years_are_compared_as_the_library_does(program):
    found = program("vera").get("/comparison?year=2012&with_year=2020&group=AFRICOM")
    model, panel = comity.PropensityModel.default(), comity.load_panel()
    before, after = (model.score(panel, year=year, group="AFRICOM") for year in (2012, 2020))
    expected = compare(before, after).to_dict()
    assert [one["moved"] for one in found["moves"]] == [one["moved"] for one in expected["moves"]]
    assert found["correlation"] == expected["correlation"]
    assert found["provenance"]["after"]["sources"]


def test_a_model_of_ones_own_against_the_default(program):
    asked = {
        "before": {"year": 2020},
        "after": {"year": 2020, "construct_weights": {"governance": 9}},
    }
    found = program("vera").send("POST", "/comparison", asked)
    assert any(one["moved"] for one in found["moves"])
    assert set(found["moves"][0]["constructs"].values()) <= {0.0, None}


def test_moves_as_a_table(program):
    answer = program("vera").call("GET", "/comparison?year=2012&with_year=2020&format=csv")
    assert answer.content.startswith(b"partner,name,moved")


def test_both_questions_are_needed(program):
    refused = program("vera").send("POST", "/comparison", {"before": {}}, 422)
    assert refused["field"] == "body.after"
