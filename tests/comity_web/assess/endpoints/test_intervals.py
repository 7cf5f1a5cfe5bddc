import comity


def test_intervals_are_the_librarys_for_draws_and_seed(program):
    found = program("vera").get("/rank-intervals?year=2020&group=AFRICOM&draws=300&seed=7")
    scores = comity.PropensityModel.default().score(comity.load_panel(), year=2020, group="AFRICOM")
    expected = scores.rank_intervals(300, 7)
    assert found["partners"] == expected.rows()
    assert (found["draws"], found["seed"], found["provenance"]["seed"]) == (300, 7, 7)
    assert sum(found["variants"].values()) == 300


def test_weights_of_ones_own_give_other_intervals(program):
    asked = {"year": 2020, "group": "AFRICOM", "draws": 300, "construct_weights": {"governance": 5}}
    vera = program("vera")
    mine = vera.send("POST", "/rank-intervals", asked)
    default = vera.get("/rank-intervals?year=2020&group=AFRICOM&draws=300")
    assert mine["partners"] != default["partners"]
    assert mine["digest"] != default["digest"]


def test_draws_are_bounded(program):
    refused = program("vera").get("/rank-intervals?draws=1000000", 422)
    assert refused["field"] == "query.draws"
