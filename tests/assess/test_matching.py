import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import rankdata

from comity.assess.matching import LABELS, match, percentile_rank
from comity.terms.errors import InputError, UnknownName
from tests.reports.small_world import PARTNERS, small_scores


@pytest.fixture(scope="module")
def scores():
    return small_scores()


def figures(seed: int) -> dict[str, float]:
    return dict(zip(PARTNERS, np.random.default_rng(seed).random(len(PARTNERS)), strict=True))


@given(st.lists(st.integers(0, 5).map(float), min_size=2, max_size=12))
def test_percentile_ranks_agree_with_scipy(values):
    x = np.array(values)
    expected = (rankdata(x, "average") - 1) / (len(x) - 1)
    np.testing.assert_allclose(percentile_rank(x), expected)


def test_labels_follow_the_rule(scores):
    found = scores.match(figures(1), figures(2))
    for i, label in enumerate(found.label):
        much = found.funding_rank[i] > 0.5
        likely, wanted = found.propensity_rank[i] > 0.5, found.priority_rank[i] > 0.5
        expected = {
            (True, False, False): LABELS[0],
            (True, False, True): LABELS[1],
            (False, True, True): LABELS[2],
        }.get((bool(much), bool(likely), bool(wanted)), LABELS[3])
        assert label == expected
    np.testing.assert_allclose(
        found.gap,
        found.funding_rank - (found.priority_rank + found.propensity_rank) / 2,
    )
    assert (found.flagged == (np.abs(found.gap) > 0.25)).all()


def test_expected_funding_is_a_quantile_of_what_is_paid(scores):
    found = scores.match(figures(1), figures(2), balance=1.0)
    top = int(np.argmax(found.priority_rank))
    assert found.expected_funding[top] == pytest.approx(found.funding.max())


def test_certainty_is_the_share_of_draws_with_the_same_label(scores):
    drawn = scores.rank_intervals(draws=400, seed=1, keep=True)
    found = scores.match(figures(1), figures(2), intervals=drawn)
    assert ((found.certainty >= 0) & (found.certainty <= 1)).all()
    i = int(np.argmin(found.certainty))
    columns = [drawn.partners.index(p) for p in found.partners]
    ranks = np.array([percentile_rank(d[columns]) for d in drawn.draws.scores])
    much, wanted = found.funding_rank[i] > 0.5, found.priority_rank[i] > 0.5
    likely = ranks[:, i] > 0.5
    names = np.where(
        much & ~likely & (not wanted),
        LABELS[0],
        np.where(
            much & ~likely & wanted,
            LABELS[1],
            np.where((not much) & likely & wanted, LABELS[2], LABELS[3]),
        ),
    )
    assert found.certainty[i] == pytest.approx((names == found.label[i]).mean())


def test_no_uncertainty_means_certain_labels(scores):
    from comity.assess.rank_intervals import Uncertainty

    drawn = scores.rank_intervals(
        draws=3, seed=1, uncertainty=Uncertainty.weights_only("none"), keep=True
    )
    found = scores.match(figures(1), figures(2), intervals=drawn)
    np.testing.assert_array_equal(found.certainty, 1.0)


def test_missing_is_not_zero(scores):
    priority = figures(1)
    del priority["KEN"]
    found = scores.match(priority, figures(2))
    assert "KEN" not in found.partners
    assert any(s.startswith("Kenya: no priority") for s in found.left_out)


def test_names_are_resolved_and_unknown_ones_refused(scores):
    found = scores.match({"Kenya": 3, "Ghana": 1, "FRA": 2}, {"KEN": 5, "GHA": 6})
    assert found.partners == ("GHA", "KEN")
    with pytest.raises(UnknownName):
        scores.match({"Kenia": 3}, figures(2))


def test_out_of_range_and_too_few(scores):
    with pytest.raises(InputError, match="balance"):
        match(scores, figures(1), figures(2), balance=2)
    with pytest.raises(InputError, match="at least two"):
        match(scores, {"KEN": 1}, figures(2))


def test_rows_frame_and_dict(scores):
    found = scores.match(figures(1), figures(2))
    gaps = [abs(row["gap"]) for row in found.rows()]
    assert gaps == sorted(gaps, reverse=True)
    assert len(found.to_frame()) == len(found.partners)
    json.dumps(found.to_dict())
