import numpy as np

from comity.methods.cluster_bootstrap import cluster_bootstrap
from comity.methods.panel_blocks import cluster_blocks
from comity.methods.panel_demean import FixedEffects
from comity.methods.panel_draws import cluster_counts
from comity.methods.panel_jackknife import jackknife
from tests.panel_reference import panel_frame


def sample():
    frame = panel_frame().query("unit < 30")
    columns = frame[["treat", "x1", "y"]].to_numpy(float)
    return columns, frame["unit"].to_numpy(), frame["year"].to_numpy()


def test_each_resample_equals_estimating_on_its_rows():
    columns, unit, year = sample()
    blocks = cluster_blocks(columns, unit, effects=(unit, year))
    found = cluster_bootstrap(blocks, np.array([0, 1]), 2, draws=3, seed=4)
    for draw, counts in enumerate(cluster_counts(3, 30, seed=4)):
        rows, names = [], []
        for u, times in enumerate(counts.astype(int)):
            for copy in range(times):
                at = np.flatnonzero(unit == u)
                rows.append(at)
                names.append(np.full(len(at), u * 100 + copy))
        at, own = np.concatenate(rows), np.concatenate(names)
        swept = FixedEffects((own, year[at])).demean(columns[at])
        expected = np.linalg.lstsq(swept[:, :2], swept[:, 2], rcond=None)[0]
        assert np.allclose(found.draws[draw], expected, atol=1e-9)


def test_spread_is_like_the_jackknife_and_the_interval_holds_the_estimate():
    columns, unit, year = sample()
    blocks = cluster_blocks(columns, unit, effects=(unit, year))
    found = cluster_bootstrap(blocks, np.array([0, 1]), 2, draws=999)
    cr3 = np.sqrt(np.diag(jackknife(blocks, np.array([0, 1]), 2).covariance))
    assert np.abs(found.std_errors / cr3 - 1).max() < 0.25
    assert (found.low < found.beta).all()
    assert (found.beta < found.high).all()
