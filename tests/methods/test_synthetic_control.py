import numpy as np
import pytest
from scipy.optimize import minimize

from comity.methods.synthetic_control import synthetic_control
from comity.terms.errors import InputError


def panel(size=3.0, seed=0, units=20):
    draw = np.random.default_rng(seed)
    factors = np.cumsum(draw.normal(size=(2, 30)), axis=1)
    loads = draw.uniform(0, 1, size=(units, 2))
    loads[0] = 0.5 * loads[1] + 0.3 * loads[2] + 0.2 * loads[3]
    y = loads @ factors + 0.1 * draw.normal(size=(units, 30))
    y[0, 20:] += size
    return y


def test_a_planted_jump_is_found_and_ranks_first():
    found = synthetic_control(panel(), 0, 20)
    assert found.gap[20:].mean() == pytest.approx(3, abs=0.3)
    assert found.rank == 1
    assert found.p_value == 1 / 20
    assert found.weights.sum() == pytest.approx(1)
    assert (found.weights >= 0).all()


def test_weights_equal_a_constrained_least_squares():
    """The same problem with scipy's SLSQP."""
    y = panel(units=6, seed=3)
    found = synthetic_control(y, 0, 20)
    pool, own = y[1:, :20], y[0, :20]
    direct = minimize(
        lambda w: float(((own - w @ pool) ** 2).sum()),
        np.full(5, 0.2),
        bounds=[(0, 1)] * 5,
        constraints=[{"type": "eq", "fun": lambda w: w.sum() - 1}],
        method="SLSQP",
        options={"ftol": 1e-14, "maxiter": 1000},
    )
    assert np.allclose(found.weights, direct.x, atol=1e-4)
    assert found.fit == pytest.approx(np.sqrt(direct.fun / 20), rel=1e-4)


def test_ranks_are_uniform_where_nothing_is_planted():
    ranks = []
    for seed in range(60):
        draw = np.random.default_rng(seed)
        y = draw.uniform(size=(9, 1)) * np.cumsum(draw.normal(size=24)) + draw.normal(size=(9, 24))
        ranks.append(synthetic_control(y, 0, 16).p_value)
    assert 0.35 < np.mean(ranks) < 0.75


def test_refusals():
    gap = panel()
    gap[3, 3] = np.nan
    with pytest.raises(InputError, match="every unit in every period"):
        synthetic_control(gap, 0, 20)
    with pytest.raises(InputError, match="two earlier periods"):
        synthetic_control(panel(), 0, 1)
