import json

from comity.reports.map_layers import MapLayer
from comity_web.assess.scored import scores_of
from comity_web.assess.theatre import all_years, layers_at
from comity_web.assess.theatre_question import LAYERS


def test_every_layer_is_there_and_kept(db):
    found = layers_at(2019, "AFRICOM")
    assert list(found) == list(LAYERS)
    assert all(isinstance(layer, MapLayer) for layer in found.values())
    assert layers_at(2019, "AFRICOM") is found


def test_a_year_without_money_says_why_and_still_has_scores(db):
    found = layers_at(2025)
    assert "no funding" in found["funding"]
    assert isinstance(found["mismatch"], str)
    assert isinstance(found["propensity"], MapLayer)


def test_all_years_agree_with_each_year(db):
    packed = json.loads(all_years("AFRICOM").body)
    for name, layer in layers_at(2019, "AFRICOM").items():
        marks = packed["layers"][name]["at"]["2019"]
        for partner, mark in zip(packed["partners"], marks, strict=True):
            place = layer.place.get(partner)
            wanted = " " if place is None else "." if place < 0 else str(place)
            assert mark == wanted, (name, partner)
        assert [tuple(c) for c in packed["layers"][name]["classes"]] == list(layer.classes)
    assert "2025" in packed["layers"]["funding"]["none"]
    assert "2025" not in packed["layers"]["funding"]["at"]


def test_it_is_small_enough_to_send(db):
    assert len(all_years("AFRICOM").body) < 60_000


def test_standings_are_the_ranks_of_each_year(db):
    rows = {s.year: s for s in all_years("AFRICOM").standings["KEN"]}
    scores = scores_of(2015, "AFRICOM")
    row = scores.row("KEN")
    assert (rows[2015].rank, rows[2015].of) == (scores.rank[row], len(scores.order))
    assert rows[2015].score == scores.overall[row]


def test_a_group_whose_members_did_not_exist_yet_says_so(people):
    from comity_web.world.actions import create_group

    create_group("New", members=["SSD"], by=people["petra"])
    packed = json.loads(all_years("NEW").body)
    assert "2000" in packed["layers"]["propensity"]["none"]
    assert "2022" in packed["layers"]["propensity"]["at"]
