"""Every model of a batch equals the same model estimated alone (which equals fixest)."""

import numpy as np
import pytest
from scipy import stats

from comity.methods.formula import parse_formula
from comity.methods.panel_batch import Batch, estimate_batch
from comity.methods.panel_crossproducts import cross_products
from comity.methods.panel_design import make_design
from comity.methods.panel_ols import fit_ols
from comity.methods.panel_vcov import SmallSample, cluster_covariance, plain_covariance
from comity.terms.errors import InputError
from tests.panel_reference import panel_table

NAMES = ("y", "treat", "x1", "x2", "x3", "x5")
CLUSTERS = {"cluster": (("unit",),), "twoway": (("unit",), ("year",))}


def cross(kind: str, *, effects="unit + year", rule=None, weights=""):
    table = panel_table()
    design = make_design(
        table,
        parse_formula(f"y ~ treat + x1 + x2 + x3 + x5 | {effects}"),
        clusters=CLUSTERS.get(kind, ()),
        weights=weights,
    )
    return cross_products(
        NAMES,
        np.column_stack([design.y, design.X]),
        effects=design.effects,
        clusters=design.clusters,
        weights=design.weights,
        rule=rule or SmallSample(),
    )


def all_subsets() -> Batch:
    s = np.arange(16)
    regressors = np.zeros((16, 6), dtype=bool)
    regressors[:, 1] = True
    regressors[:, 2:] = (s[:, None] >> np.arange(4)) & 1
    quantity = np.zeros((16, 6))
    quantity[:, 1] = 1
    return Batch(np.zeros(16, dtype=np.int64), regressors, quantity)


@pytest.mark.parametrize("weights", ["", "w"])
@pytest.mark.parametrize("kind", ["iid", "hetero", "cluster", "twoway"])
def test_equal_to_single_models(kind, weights):
    batch = all_subsets()
    plain = {"twoway": "cluster"}.get(kind, kind)
    found = estimate_batch(cross(kind, weights=weights), batch, plain)
    for s, used in enumerate(batch.regressors):
        terms = " + ".join(np.array(NAMES)[used])
        design = make_design(
            panel_table(),
            parse_formula(f"y ~ {terms} | unit + year"),
            clusters=CLUSTERS.get(kind, ()),
            weights=weights,
        )
        alone = fit_ols(design)
        covariance = (
            cluster_covariance(alone.parts, design.clusters)
            if design.clusters
            else plain_covariance(alone.parts, kind)
        )
        assert found.estimate[s] == pytest.approx(alone.beta[0], abs=1e-10)
        assert found.std_error[s] == pytest.approx(covariance.std_errors[0], rel=1e-9)
        assert found.degrees[s] == covariance.degrees
        p = 2 * stats.t.sf(abs(alone.beta[0] / covariance.std_errors[0]), covariance.degrees)
        assert found.p_value[s] == pytest.approx(p, rel=1e-6)


def test_a_sum_of_coefficients_is_a_quantity():
    batch = all_subsets()
    both = Batch(batch.outcome[-1:], batch.regressors[-1:], np.array([[0, 1, 0.5, 0, 0, 0]]))
    found = estimate_batch(cross("cluster"), both)
    design = make_design(
        panel_table(),
        parse_formula("y ~ treat + x1 + x2 + x3 + x5 | unit + year"),
        clusters=(("unit",),),
    )
    alone = fit_ols(design)
    v = cluster_covariance(alone.parts, design.clusters).matrix
    q = np.array([1, 0.5, 0, 0, 0])
    assert found.estimate[0] == pytest.approx(q @ alone.beta, abs=1e-10)
    assert found.std_error[0] == pytest.approx(np.sqrt(q @ v @ q), rel=1e-9)


def test_collinear_regressors_are_left_out_as_in_a_single_model():
    draw = np.random.default_rng(0)
    y, t, a = draw.normal(size=(3, 60))
    code = np.repeat(np.arange(12), 5)
    made = cross_products(
        ("y", "t", "a", "2a", "unit"),
        np.column_stack([y, t, a, 2 * a, code]),
        effects=(code,),
        clusters={"unit": code},
    )
    regressors = np.array([[0, 1, 1, 0, 0], [0, 1, 1, 1, 1], [0, 0, 0, 0, 1]], dtype=bool)
    quantity = np.array([[0, 1.0, 0, 0, 0], [0, 1.0, 0, 0, 0], [0, 0, 0, 0, 1.0]])
    found = estimate_batch(made, Batch(np.zeros(3, dtype=np.int64), regressors, quantity))
    assert found.estimate[0] == pytest.approx(found.estimate[1], abs=1e-12)
    assert found.std_error[0] == pytest.approx(found.std_error[1], rel=1e-9)
    assert found.parameters.tolist() == [2, 2, 0]
    assert np.isnan(found.estimate[2])
    assert np.isnan(found.p_value[2])


def test_wrong_kinds_are_refused():
    with pytest.raises(InputError, match="'cluster'"):
        estimate_batch(cross("iid"), all_subsets(), "cluster")
    with pytest.raises(InputError, match="'CR7'"):
        estimate_batch(cross("iid"), all_subsets(), "CR7")
