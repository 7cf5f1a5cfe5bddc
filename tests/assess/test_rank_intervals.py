import json
from dataclasses import replace

import numpy as np
import pytest

from comity.assess.model_parts import MissingRule
from comity.assess.rank_intervals import Uncertainty
from comity.methods.weight_noise import WeightNoise
from comity.terms.errors import InputError, RecipeError
from tests.reports.small_world import PARTNERS, small_model, small_panel, small_scores


@pytest.fixture(scope="module")
def scores():
    return small_scores()


@pytest.fixture(scope="module")
def drawn(scores):
    return scores.rank_intervals(draws=1500, seed=3, keep=True, pairs=[("KEN", "GHA")])


def test_intervals_hold_the_nominal_rank_nearly_always(drawn):
    inside = (drawn.statistics.q05 - 3 <= drawn.nominal) & (
        drawn.nominal <= drawn.statistics.q95 + 3
    )
    assert inside.mean() > 0.9


def test_probabilities_are_a_doubly_stochastic_matrix(drawn):
    np.testing.assert_allclose(drawn.probabilities.sum(axis=0), 1.0)
    np.testing.assert_allclose(drawn.probabilities.sum(axis=1), 1.0)


def test_outranking_is_complementary_and_agrees_with_the_kept_draws(drawn):
    a, b = drawn.partners.index("KEN"), drawn.partners.index("GHA")
    share = (drawn.draws.scores[:, a] > drawn.draws.scores[:, b]).mean()
    assert drawn.outranks("KEN", "GHA") == pytest.approx(share, abs=0.01)
    assert drawn.outranks("KEN", "GHA") + drawn.outranks("GHA", "KEN") == pytest.approx(1.0)


def test_a_pair_that_was_not_asked_for_needs_kept_draws(scores):
    bare = scores.rank_intervals(draws=10, seed=1)
    with pytest.raises(InputError, match="keep the draws"):
        bare.outranks("KEN", "GHA")


def test_everything_uncertain_takes_part(drawn):
    assert [v.name for v in drawn.problem.variants] == [
        "percentile + arithmetic",
        "percentile + geometric",
        "winsorised + arithmetic",
        "winsorised + geometric",
    ]
    assert len(drawn.problem.errors.columns) == 1
    assert len(drawn.problem.donors.cells) > 10
    assert any("standard error" in said for said in drawn.provenance.assumed)


def test_a_replayed_draw_is_a_model_that_gives_the_draws_scores():
    """Weights, scaling and mean vary; values do not, so the model alone reproduces the draw."""
    rule = MissingRule(drop_below=0.0, top_below=0.0)
    model = replace(small_model(), missing=rule)
    scores = model.score(small_panel(), year=2022, partners=PARTNERS)
    uncertainty = Uncertainty(measurement_error=False, missing=False)
    drawn = scores.rank_intervals(draws=50, seed=9, uncertainty=uncertainty, keep=True)
    for number in (0, 13, 49):
        again = drawn.replay(number)
        assert again.perturbed == ()
        scored = again.model.score(small_panel(), year=2022, partners=scores.partners)
        rows = [scored.row(p) for p in drawn.partners]
        np.testing.assert_allclose(scored.overall[rows], drawn.draws.scores[number])
        assert list(again.scores.values()) == drawn.draws.scores[number].tolist()


def test_replay_names_the_indicators_whose_values_were_drawn(drawn):
    assert "test.rule" in drawn.replay(3).perturbed
    with pytest.raises(InputError, match="0 to 1499"):
        drawn.replay(1500)


def test_weights_only_leaves_one_variant(scores):
    drawn = scores.rank_intervals(
        draws=20, seed=1, uncertainty=Uncertainty.weights_only("uniform", 0.25)
    )
    assert len(drawn.problem.variants) == 1
    assert drawn.problem.errors is drawn.problem.donors is None


def test_no_uncertainty_gives_the_nominal_ranks(scores):
    drawn = scores.rank_intervals(draws=5, seed=1, uncertainty=Uncertainty.weights_only("none"))
    np.testing.assert_array_equal(drawn.statistics.median, drawn.nominal)
    np.testing.assert_array_equal(drawn.statistics.sd, 0)


@pytest.mark.parametrize(
    ("uncertainty", "said"),
    [
        (lambda: Uncertainty(scalings=("zscore",)), "has no range"),
        (lambda: Uncertainty(scalings=("bogus",)), "no scaling 'bogus'"),
        (lambda: Uncertainty(means=("median",)), "no aggregation 'median'"),
        (lambda: Uncertainty(WeightNoise("dirichlet", -1)), "positive"),
    ],
)
def test_a_step_that_cannot_run_is_refused_not_skipped(scores, uncertainty, said):
    with pytest.raises(RecipeError, match=said):
        scores.rank_intervals(draws=5, seed=1, uncertainty=uncertainty())


def test_rows_frame_and_dict(drawn):
    rows = drawn.rows()
    assert [r["rank"] for r in rows] == sorted(r["rank"] for r in rows)
    assert len(drawn.to_frame()) == len(rows)
    plain = drawn.to_dict()
    assert sum(plain["variants"].values()) == 1500
    json.dumps(plain)
    assert "1,500 draws" in repr(drawn)


def test_more_draws_than_memory_should_hold_are_refused_before_drawing(scores, monkeypatch):
    ranked = len(scores.order)
    monkeypatch.setattr("comity.assess.rank_intervals.KEPT_MOST", 100 * ranked)
    assert scores.rank_intervals(100, 1, keep=True).draws.scores is not None
    assert scores.rank_intervals(101, 1).draws.scores is None
    with pytest.raises(InputError, match="Ask for 100 draws at most"):
        scores.rank_intervals(101, 1, keep=True)
