import pytest

import comity
from comity_web.answers.origin import cited, described_in, manifest, origin


def test_every_indicator_of_the_panel_is_described():
    panel = comity.load_panel()
    assert {described_in(name).id for name in panel.indicators} == {
        record.id for record in manifest().sources
    }


def test_sources_are_named_once_with_licence_and_the_vintage_that_is_here():
    named = cited(["wgi.rule_of_law", "wgi.control_of_corruption", "alignment.distance_change_10"])
    assert [one["source"] for one in named] == ["alignment", "wgi"]
    held = next(record for record in manifest().sources if record.id == "wgi")
    assert named[1]["vintage"] == held.vintage
    assert named[1]["licence_name"] == "CC BY 4.0"


def test_an_origin_carries_the_provenance_and_the_sources():
    scores = comity.PropensityModel.default().score(comity.load_panel(), year=2020)
    block = origin(scores.provenance, scores.model.indicators)
    assert block["data"] == scores.provenance.data
    assert block["assumed"] == scores.provenance.assumed
    assert {one["licence"] for one in block["sources"]} <= {"P", "O"}


def test_an_indicator_that_nobody_describes_is_a_fault():
    with pytest.raises(KeyError):
        described_in("nobody.knows")
