from dataclasses import replace

import numpy as np
import pytest

from comity.assess.funding import Funding
from comity.assess.matching import LABELS
from comity.reports.chart_theme import NO_DATA
from comity.reports.map_layers import (
    coverage_layer,
    funding_layer,
    mismatch_layer,
    priority_layer,
    propensity_layer,
)


def funding(**amounts):
    return Funding(amounts, ("test.money",), (2020, 2022), "current US$", "A note.")


def test_propensity_has_equal_fifths_that_follow_the_rank(scores):
    layer = propensity_layer(scores)
    counts = np.bincount([at for at in layer.place.values() if at >= 0], minlength=5)
    assert counts.max() - counts.min() <= 1
    best, worst = (scores.partners[scores.order[i]] for i in (0, -1))
    assert (layer.place[best], layer.place[worst]) == (4, 0)
    assert f"rank 1 of {len(scores.order)}" in layer.said[best]


def test_who_is_not_scored_is_in_no_class_and_not_the_lowest(scores):
    layer = propensity_layer(scores)
    missing = scores.partners[int(np.flatnonzero(scores.rank == 0)[0])]
    assert layer.place[missing] == -1
    assert layer.value[missing] is None
    assert layer.colour(missing) == NO_DATA
    assert "not scored" in layer.said[missing]


def test_equal_priorities_share_a_class(scores):
    layer = priority_layer(scores, dict.fromkeys(scores.partners, 3.0), "Ours.")
    assert set(layer.place.values()) == {4}
    assert layer.summary.startswith("Ours.")


def test_a_partner_without_priority_is_in_no_class(scores):
    layer = priority_layer(scores, {"KEN": 2.0, "UGA": 1.0}, "Ours.")
    assert layer.place["GHA"] == -1
    assert layer.place["KEN"] > -1


def test_no_money_is_a_class_and_no_figure_is_not(scores):
    layer = funding_layer(scores, funding(KEN=0.0, UGA=5e6, GHA=-1.0, ALB=1e6))
    assert layer.place["KEN"] == layer.place["GHA"] == 0
    assert layer.place["UGA"] == 5
    assert 0 < layer.place["ALB"] < 5
    assert layer.place["ETH"] == -1
    assert "5\xa0m a year" in layer.said["UGA"]
    assert "FY2020-2022, yearly mean" in layer.summary


def test_mismatch_shows_the_labels_of_matching(scores, matches):
    layer = mismatch_layer(scores, matches)
    for partner, label in zip(matches.partners, matches.label, strict=True):
        assert layer.classes[layer.place[partner]][0] == label
    assert [label for label, _ in layer.classes] == list(LABELS)
    assert layer.place["KOR"] == -1  # it has no funding figure


def test_coverage_is_the_share_of_indicators_with_a_value(scores):
    layer = coverage_layer(scores)
    known = ~np.isnan(scores.snapshot.values)
    assert layer.value["KEN"] == pytest.approx(known[scores.row("KEN")].mean())
    full = replace(
        scores, snapshot=replace(scores.snapshot, values=np.ones_like(known, dtype=float))
    )
    assert set(coverage_layer(full).place.values()) == {4}
