import json
from dataclasses import replace

import pytest

from comity.methods.means import MEANS
from tests.reports.small_world import small_scores


@pytest.mark.parametrize("mean", MEANS)
def test_baseline_and_contributions_add_up_for_every_partner(mean):
    scores = small_scores(aggregation=(mean, mean))
    for i in scores.order:
        found = scores.explain(scores.partners[i])
        total = found.baseline + sum(line.contribution for line in found.lines)
        assert total == pytest.approx(scores.overall[i], abs=1e-9)
        assert sum(found.constructs.values()) == pytest.approx(found.score - found.baseline)
        assert sum(line.weight for line in found.lines) == pytest.approx(1.0)


def test_what_was_missing_is_said_with_what_was_done():
    scores = small_scores()
    found = scores.explain("XKX")
    missing = [line for line in found.lines if line.value is None]
    assert len(found.missing) == len(missing) > 0
    assert all(line.weight == line.contribution == 0 for line in missing)
    assert any("left out of the score" in sentence for sentence in found.missing)


def test_a_stand_in_is_marked():
    scores = small_scores(rule="group-median")
    lines = [line for i in scores.order for line in scores.explain(scores.partners[i]).lines]
    assert any(line.imputed and line.value is None and line.scaled is not None for line in lines)


def test_lines_carry_value_year_age_and_source():
    found = small_scores().explain("KEN")
    line = next(line for line in found.lines if line.value is not None)
    assert line.source == "Test Press"
    assert line.vintage == "test 2024"
    assert line.age == 2022 - line.observed
    json.dumps(found.to_dict())
    assert len(found.to_frame()) == len(found.lines)


def test_indicator_that_nobody_has_adds_nothing_and_warns_of_nothing():
    scores = small_scores()
    scaled = scores.scaled.copy()
    scaled[:, 0] = float("nan")
    found = replace(scores, scaled=scaled).explain("KEN")
    assert found.lines[0].contribution == 0
