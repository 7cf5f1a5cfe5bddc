import json

import numpy as np
import pytest

from comity.methods.means import weighted_mean
from comity.terms.errors import InputError
from tests.reports.small_world import small_panel, small_scores


@pytest.fixture(scope="module")
def scores():
    return small_scores()


def test_the_swap_makes_the_two_partners_level(scores):
    found = scores.smallest_swap("KEN", "GHA")
    assert found.possible
    weight = np.array(list(found.after.values()))
    pair = scores.constructs[[scores.row(found.higher), scores.row(found.lower)]]
    level = weighted_mean(pair, weight, "arithmetic")
    assert level[0] == pytest.approx(level[1], abs=1e-6)
    assert scores.rank[scores.row(found.higher)] < scores.rank[scores.row(found.lower)]
    json.dumps(found.to_dict())


def test_a_tornado_bar_is_the_rank_under_a_model_with_that_weight(scores):
    found = scores.tornado("KEN", change=0.5)
    for bar in (found.bars[0], found.bars[-1]):
        names = {bar.what: None}
        for factor, rank in ((0.5, bar.rank_low), (1.5, bar.rank_high)):
            if bar.kind == "construct":
                weight = next(c.weight for c in scores.model.constructs if c.id == bar.what)
                model = scores.model.with_weights({bar.what: weight * factor})
            else:
                weight = next(u.weight for u in scores.model.uses if u.id == bar.what)
                model = scores.model.with_weights(indicators={bar.what: weight * factor})
            again = model.score(small_panel(), year=2022, partners=scores.partners)
            assert again.rank[again.row("KEN")] == rank, names
    assert found.bars[0].width >= found.bars[-1].width


def test_a_tornado_needs_a_share(scores):
    with pytest.raises(InputError, match="between 0 and 1"):
        scores.tornado("KEN", change=2.0)


@pytest.mark.slow
def test_variance_shares_are_sensible_and_repeatable(scores):
    found = scores.sobol(("KEN",), samples=256, seed=1)
    assert found.outputs == ("KEN", "mean shift of all ranks")
    total = found.indices.total[0]
    assert (total > -0.1).all()
    assert total.sum() >= 0.9
    again = scores.sobol(("KEN",), samples=256, seed=1)
    np.testing.assert_array_equal(again.indices.total, found.indices.total)
    json.dumps(found.to_dict())


def test_partners_without_a_score_have_no_rank_to_explain():
    scores = small_scores()
    unscored = [scores.partners[i] for i in np.flatnonzero(scores.rank == 0)]
    for partner in unscored:
        with pytest.raises(InputError, match="not scored"):
            scores.tornado(partner)
    with pytest.raises(InputError, match="two different"):
        scores.smallest_swap("KEN", "KEN")
