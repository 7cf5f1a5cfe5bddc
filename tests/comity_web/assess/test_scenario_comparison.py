from dataclasses import replace

import pytest

from comity.assess.comparison import compare
from comity_web.assess.scenario_comparison import EXPLAINED, side_by_side
from comity_web.assess.scored import default_model, scores_of
from comity_web.assess.studio_start import Start

pytestmark = pytest.mark.django_db


def start(model, group="AFRICOM", year=2022):
    return Start("base", model.title, model, year, group)


def test_who_moved_whose_weight_changed_and_why():
    one = default_model()
    two = one.with_weights({"governance": 4.0}, {"wgi.rule_of_law": 2.0})
    found = side_by_side(start(one), start(two))
    expected = compare(scores_of(2022, "AFRICOM", one), scores_of(2022, "AFRICOM", two))
    assert found.comparison.correlation == expected.correlation
    assert [m["moved"] for m in found.moves] == [m.moved for m in expected.moves if m.moved]
    weights = {row["construct"]: row for row in found.weights}
    assert weights["Governance"]["before"] == pytest.approx(10.0)
    assert weights["Governance"]["after"] == pytest.approx(400 / 13)
    assert found.weights[0]["construct"] == "Governance"
    assert found.methods == ["Weight of wgi.rule_of_law: 1 to 2."]
    assert all(m["why"] for m in found.moves[:EXPLAINED])


def test_methods_and_indicators_that_differ_are_named():
    one = default_model()
    two = replace(one.without(["unga.us_distance"]), aggregation=("arithmetic", "geometric"))
    said = side_by_side(start(one), start(two, year=2020)).methods
    assert "Year: 2022 to 2020." in said
    assert "Mean across constructs: arithmetic to geometric." in said
    assert "Not used any more: unga.us_distance." in said
    back = side_by_side(start(two), start(one)).methods
    assert "Used anew: unga.us_distance." in back


def test_no_reason_is_given_among_different_partners():
    one = default_model()
    two = one.with_weights({"governance": 4.0})
    found = side_by_side(start(one, group=None), start(two))
    assert found.moves
    assert not any(m["why"] for m in found.moves)
    assert "Partners: all to AFRICOM." in found.methods
