import pytest

from comity.reports.event_paths import event_paths
from comity.terms.errors import DataMissing
from comity.terms.estimate import Coefficient, Estimate


def estimate(name, *terms):
    rows = tuple(Coefficient(t, k * 1.0, 1, 1, 0.5, k - 2.0, k + 2.0) for k, t in enumerate(terms))
    return Estimate("y", name, rows, 9, "iid", "none", float("inf"))


def test_only_times_since_the_start_are_drawn():
    found = event_paths(
        [estimate("a", "after the start", "since::-2", "since::0"), estimate("b", "since::1")],
        title="T",
        claim="association",
    ).to_dict()
    (data,) = found["datasets"].values()
    assert [(r["estimator"], r["since"], r["estimate"]) for r in data] == [
        ("a", -2.0, 1.0),
        ("a", 0.0, 2.0),
        ("b", 1.0, 0.0),
    ]
    layers = found["vconcat"][0]["layer"]
    assert layers[1]["encoding"]["y"]["title"] == "Association"


def test_nothing_to_draw_is_said():
    with pytest.raises(DataMissing, match="no time since the start"):
        event_paths([estimate("a", "x")], title="T", claim="association")
