import warnings

import numpy as np
import pytest

from comity.methods.conditional_logit import fit_conditional_logit
from comity.terms.errors import DataMissing, InputError


def sample(seed=0, units=150, periods=8):
    draw = np.random.default_rng(seed)
    unit = np.repeat(np.arange(units), periods)
    X = draw.normal(size=(len(unit), 2)) * [1, 20]
    own = 1.5 * draw.normal(size=units)[unit]
    chance = 1 / (1 + np.exp(-(own + 0.7 * X[:, 0] - 0.02 * X[:, 1])))
    return (draw.random(len(unit)) < chance).astype(float), X, unit


def test_equal_to_statsmodels():
    y, X, unit = sample()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from statsmodels.discrete.conditional_models import ConditionalLogit

        theirs = ConditionalLogit(y, X, groups=unit).fit(method="bfgs", disp=0, gtol=1e-9)
    found = fit_conditional_logit(y, X, unit)
    assert np.abs(found.beta - theirs.params).max() < 1e-5  # its search stops earlier
    assert found.log_likelihood >= theirs.llf
    assert np.abs(found.std_errors / theirs.bse - 1).max() < 1e-4
    assert found.log_likelihood == pytest.approx(theirs.llf, abs=1e-7)


def test_planted_coefficients_are_in_reach_and_idle_units_are_counted():
    y, X, unit = sample(seed=1, units=400)
    found = fit_conditional_logit(y, X, unit)
    assert np.abs((found.beta - [0.7, -0.02]) / found.std_errors).max() < 3
    assert found.units + found.left_out == 400
    assert found.left_out > 0


def test_row_order_does_not_matter():
    y, X, unit = sample()
    order = np.random.default_rng(2).permutation(len(y))
    a, b = fit_conditional_logit(y, X, unit), fit_conditional_logit(y[order], X[order], unit[order])
    assert np.abs(a.beta - b.beta).max() < 1e-7


def test_refusals():
    y, X, unit = sample()
    with pytest.raises(InputError, match="zeros and ones"):
        fit_conditional_logit(y * 2, X, unit)
    with pytest.raises(DataMissing, match="No unit's outcome varies"):
        fit_conditional_logit(np.ones_like(y), X, unit)
    constant = np.column_stack([X[:, 0], unit])
    with pytest.raises(DataMissing, match="vary within units"):
        fit_conditional_logit(y, constant, unit)
