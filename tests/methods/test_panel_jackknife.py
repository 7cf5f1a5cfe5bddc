"""CR3 against estimation without each cluster, and against pyfixest's CRV3."""

import warnings

import numpy as np
import pytest

from comity.methods.panel_batch import Batch
from comity.methods.panel_blocks import cluster_blocks
from comity.methods.panel_jackknife import cr3_covariance, influence, jackknife, left_out
from tests.panel_reference import panel_frame


@pytest.fixture
def blocks():
    frame = panel_frame().query("unit < 15")
    columns = frame[["treat", "x1", "x2", "y"]].to_numpy(float)
    unit, year = frame["unit"].to_numpy(), frame["year"].to_numpy()
    return cluster_blocks(columns, unit, effects=(unit, year))


@pytest.mark.slow
def test_cr3_equals_pyfixest(blocks):
    """pyfixest multiplies by its small-sample factors; ours is (G - 1) / G alone."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pyfixest

        theirs = pyfixest.feols(
            "y ~ treat + x1 + x2 | unit + year",
            panel_frame().query("unit < 15"),
            vcov={"CRV3": "unit"},
            ssc=pyfixest.ssc(k_adj=False, G_adj=False),
        )
    found = cr3_covariance(jackknife(blocks, np.arange(3), 3), "unit")
    assert np.abs(found.std_errors * np.sqrt(15 / 14) - theirs.se().to_numpy()).max() < 1e-6
    assert found.degrees == 14
    assert "CR3" in found.description


def test_influence_of_each_cluster_in_each_model(blocks):
    regressors = np.array([[1, 1, 0, 0], [1, 1, 1, 0]], dtype=bool)
    quantity = np.array([[1.0, 0, 0, 0], [1.0, 0, 0, 0]])
    found = influence(left_out(blocks), Batch(np.array([3, 3]), regressors, quantity))
    assert np.allclose(found[:, 0], jackknife(blocks, np.array([0, 1]), 3).without[:, 0])
    assert np.allclose(found[:, 1], jackknife(blocks, np.arange(3), 3).without[:, 0])


def test_a_coefficient_that_one_cluster_identifies_does_not_break_the_rest():
    frame = panel_frame().query("unit < 8")
    only = np.where(frame["unit"] == 3, frame["x1"], 0.0)
    columns = np.column_stack([only, frame["x2"], frame["y"]])
    made = cluster_blocks(columns, frame["unit"].to_numpy())
    found = jackknife(made, np.array([0, 1]), 2)
    assert np.isfinite(found.without).all()
    assert found.without[3, 0] == 0
    batch = Batch(np.array([2]), np.array([[True, True, False]]), np.array([[0, 1.0, 0]]))
    assert np.allclose(influence(left_out(made), batch)[:, 0], found.without[:, 1])
