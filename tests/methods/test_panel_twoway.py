"""Agreement with single models is tested in ``test_panel_batch.py``; here the mending."""

import numpy as np
import pytest

from comity.methods.formula import parse_formula
from comity.methods.panel_batch import Batch, estimate_batch
from comity.methods.panel_columns import Table
from comity.methods.panel_crossproducts import cross_products
from comity.methods.panel_design import make_design
from comity.methods.panel_ols import fit_ols
from comity.methods.panel_vcov import cluster_covariance


def test_a_matrix_that_is_mended_in_a_single_model_is_mended_in_a_batch():
    """Three clusters each way: differences of variances are often negative."""
    mended = 0
    for seed in range(12):
        draw = np.random.default_rng(seed)
        a, b = np.repeat(np.arange(3), 12), np.tile(np.arange(3), 12)
        x, z, y = draw.normal(size=(3, 36))
        table = Table({"x": x, "z": z, "y": y, "a": a, "b": b})
        design = make_design(table, parse_formula("y ~ x + z"), clusters=(("a",), ("b",)))
        alone = fit_ols(design)
        covariance = cluster_covariance(alone.parts, design.clusters)
        mended += bool(covariance.notes)
        made = cross_products(
            ("y", "1", "x", "z"), np.column_stack([y, np.ones(36), x, z]), clusters=design.clusters
        )
        regressors = np.array([[False, True, True, True]])
        batch = Batch(np.array([0]), regressors, np.array([[0, 0, 1.0, 0]]))
        found = estimate_batch(made, batch)
        assert found.std_error[0] == pytest.approx(covariance.std_errors[1], rel=1e-8)
    assert mended > 0
