import pytest

import comity

MINE = {
    "year": 2020,
    "priority": {"Kenya": 3, "UGA": 1, "Mali": 2},
    "funding": {"KEN": 1, "UGA": 9, "MLI": 5},
}


def test_ones_own_figures_are_matched_as_the_library_does(program):
    found = program("vera").send("POST", "/matches", MINE | {"draws": 0})
    scores = comity.PropensityModel.default().score(comity.load_panel(), year=2020)
    expected = scores.match(MINE["priority"], MINE["funding"])
    assert found["partners"] == expected.rows()
    assert found["partners"][0]["certainty"] is None
    assert found["about"] == ["Priority: your own.", "Funding: your own."]


def test_without_figures_it_says_whose_they_are(program):
    found = program("vera").get("/matches?year=2020&draws=100")
    assert any("priority" in one.lower() for one in found["about"])
    assert any("Funding: greenbook.security_total" in one for one in found["about"])
    assert "greenbook" in {one["source"] for one in found["provenance"]["sources"]}
    assert all(0 <= one["certainty"] <= 1 for one in found["partners"])
    assert found["left_out"]


@pytest.mark.parametrize(
    ("sent", "status"),
    [({"balance": 2}, 422), ({"draws": 10**6}, 422), ({"funding": {"KEN": -1}}, 422),
     ({"funding": {"KEN": 1}}, 400), ({"funding_first": 2021, "funding_last": 2019}, 400)],
)  # fmt: skip
def test_figures_that_cannot_be_meant_are_refused(program, sent, status):
    assert program("vera").send("POST", "/matches", {"year": 2020} | sent, status)["detail"]
