import numpy as np
import pytest

from comity.assess.rank_intervals import Uncertainty
from comity.assess.uncertainty_problem import build_problem
from comity.methods.normalise import Scaling
from comity.terms.errors import RecipeError
from tests.reports.small_world import small_scores


def test_the_models_own_way_comes_first_and_is_the_scores_themselves():
    scores = small_scores()
    rows = np.sort(scores.order)
    problem = build_problem(scores, rows, Uncertainty())
    np.testing.assert_array_equal(problem.variants[0].scaled, scores.scaled[rows])
    assert problem.variants[0].means == scores.model.aggregation


def test_donors_are_observed_and_never_the_partner_itself():
    scores = small_scores()
    rows = np.sort(scores.order)
    donors = build_problem(scores, rows, Uncertainty()).donors
    scaled = scores.scaled[rows]
    for (row, column), start, count in zip(donors.cells, donors.start, donors.count, strict=True):
        chosen = donors.rows[start : start + count]
        assert row not in chosen
        assert not np.isnan(scaled[chosen, column]).any()
        assert count >= 3


def test_a_range_that_starts_at_zero_cannot_take_the_geometric_mean():
    scores = small_scores(scaling=Scaling("percentile"))
    with pytest.raises(RecipeError, match="lower = 1"):
        build_problem(scores, np.sort(scores.order), Uncertainty())
