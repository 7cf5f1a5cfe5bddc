"""Draw by draw against the definition, and by simulation."""

import numpy as np
import pytest

from comity.methods.panel_blocks import cluster_blocks
from comity.methods.panel_draws import cluster_signs
from comity.methods.wild_bootstrap import wild_bootstrap
from tests.panel_reference import panel_frame

UNITS = 14


def sample():
    frame = panel_frame().query(f"unit < {UNITS}")
    X = frame[["treat", "x1"]].to_numpy(float)
    return X, frame["y"].to_numpy(), frame["unit"].to_numpy(), frame["year"].to_numpy()


def made():
    X, y, unit, year = sample()
    return cluster_blocks(np.column_stack([X, y]), unit, effects=(unit, year))


def by_definition(signs, null):
    """Restrict, re-sign residuals, estimate with every dummy, cluster: slow and plain."""
    X, y, unit, year = sample()
    dummies = [(unit[:, None] == np.unique(unit)), (year[:, None] == np.unique(year)[1:])]
    full = np.hstack([X, *dummies]).astype(float)
    bread = np.linalg.pinv(full.T @ full)

    def t(outcome):
        beta = bread @ (full.T @ outcome)
        scores = full * (outcome - full @ beta)[:, None]
        sums = np.array([scores[unit == u].sum(axis=0) for u in range(UNITS)])
        return (beta[0] - null) / np.sqrt((bread @ sums.T @ sums @ bread)[0, 0])

    short = full[:, 1:]
    target = y - null * X[:, 0]
    residual = target - short @ np.linalg.lstsq(short, target, rcond=None)[0]
    return t(y), np.array([t(y - residual + s[unit] * residual) for s in signs])


@pytest.mark.parametrize("null", [0.0, 0.3])
@pytest.mark.parametrize("kind", ["rademacher", "webb"])
def test_each_draw_equals_its_definition(kind, null):
    found = wild_bootstrap(
        made(), np.array([0, 1]), 2, 0, null=null, draws=40, weights=kind, seed=5
    )
    signs, _ = cluster_signs(40, UNITS, kind=kind, seed=5)
    t, draws = by_definition(signs, null)
    assert found.statistic == pytest.approx(t, rel=1e-8)
    assert np.allclose(found.draws, np.abs(draws), rtol=1e-7)
    assert found.p_value == (1 + (np.abs(draws) >= abs(t)).sum()) / 41


def test_the_interval_holds_what_is_not_rejected():
    found = wild_bootstrap(made(), np.array([0, 1]), 2, 0, draws=499, seed=2)
    for bound, step in ((found.low, -1), (found.high, 1)):
        inside = wild_bootstrap(
            made(), np.array([0, 1]), 2, 0, null=bound - step * 0.01, draws=499, seed=2
        )
        outside = wild_bootstrap(
            made(), np.array([0, 1]), 2, 0, null=bound + step * 0.01, draws=499, seed=2
        )
        assert inside.p_value >= 0.05 > outside.p_value
    assert found.low < found.estimate < found.high


def test_enumeration_counts_the_sample_itself():
    frame = panel_frame().query("unit < 6")
    blocks = cluster_blocks(frame[["x1", "y"]].to_numpy(float), frame["unit"].to_numpy())
    found = wild_bootstrap(blocks, np.array([0]), 1, 0, interval=False)
    assert found.enumerated
    assert len(found.draws) == 64
    assert found.p_value >= 2 / 64
    assert np.isnan(found.low)


def test_too_few_clusters_reject_nothing():
    frame = panel_frame().query("unit < 4")
    blocks = cluster_blocks(frame[["x1", "y"]].to_numpy(float), frame["unit"].to_numpy())
    found = wild_bootstrap(blocks, np.array([0]), 1, 0)
    assert (found.low, found.high) == (-np.inf, np.inf)


@pytest.mark.slow
def test_rejects_a_true_null_about_as_often_as_it_says():
    """Twelve clusters, a treatment constant within them: plain t rejects far too often."""
    draw = np.random.default_rng(11)
    cluster = np.repeat(np.arange(12), 10)
    rejected = 0
    for run in range(400):
        x = np.repeat(draw.normal(size=12), 10)
        y = np.repeat(draw.normal(size=12), 10) + draw.normal(size=120)
        blocks = cluster_blocks(np.column_stack([np.ones(120), x, y]), cluster)
        found = wild_bootstrap(blocks, np.array([0, 1]), 2, 1, draws=199, seed=run, interval=False)
        rejected += found.p_value <= 0.05
    assert 0.02 < rejected / 400 < 0.09
