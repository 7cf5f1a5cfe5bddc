from dataclasses import replace

from comity.reports.world_map import FIFTHS, NOT_SCORED, world_map
from tests.reports.chart_checks import check


def test_spec(scores, snapshot):
    spec = check(world_map(scores))
    for layer in spec["layer"]:
        layer.get("data", {}).pop("values", None)  # shapes are other people's
    spec.get("data", {}).pop("values", None)
    assert spec == snapshot


def test_fifths_are_equal_and_follow_the_rank(scores):
    table = {row["partner"]: row for row in world_map(scores).table}
    count = [sum(row["fifth"] == fifth for row in table.values()) for fifth in FIFTHS]
    assert max(count) - min(count) <= 1
    best, worst = (scores.partners[scores.order[i]] for i in (0, -1))
    assert table[best]["fifth"] == FIFTHS[-1]
    assert table[worst]["fifth"] == FIFTHS[0]


def test_who_is_not_scored_is_not_the_lowest(scores):
    missing = next(p for p, r in zip(scores.partners, scores.rank, strict=True) if r == 0)
    row = next(row for row in world_map(scores).table if row["partner"] == missing)
    assert row["fifth"] == NOT_SCORED
    assert row["score"] is None
    assert "could not be scored" in world_map(scores).summary


def test_a_group_is_shown_up_close(scores):
    close = world_map(replace(scores, group="SOME")).spec
    assert "scale" not in close["projection"]  # the small world spans the globe
