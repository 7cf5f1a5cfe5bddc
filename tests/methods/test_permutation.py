import numpy as np
import pytest

from comity.methods.formula import parse_formula
from comity.methods.panel_columns import Table
from comity.methods.panel_design import make_design
from comity.methods.panel_ols import fit_ols
from comity.methods.panel_vcov import SmallSample, cluster_covariance
from comity.methods.permutation import donor_rows, permutation_test
from comity.terms.errors import InputError
from tests.panel_reference import panel_frame, panel_table

UNIT = np.array([0, 0, 0, 1, 1, 2, 2, 2])
PERIOD = np.array([0, 1, 2, 0, 2, 0, 1, 2])


def test_units_take_whole_histories_and_the_nearest_period_where_one_is_absent():
    for donors in donor_rows(UNIT, PERIOD, draws=20, seed=1):
        givers = [set(UNIT[donors[u == UNIT]]) for u in range(3)]
        assert all(len(giver) == 1 for giver in givers)
        assert set.union(*givers) == {0, 1, 2}
        same = PERIOD[donors] == PERIOD
        assert set(UNIT[donors[~same]]) <= {1}


def test_within_a_period_values_are_shuffled():
    for donors in donor_rows(UNIT, PERIOD, draws=20, seed=1, scheme="within_period"):
        assert sorted(donors) == list(range(8))
        assert (PERIOD[donors] == PERIOD).all()


def test_a_draw_depends_on_the_seed_and_its_number_only():
    long = donor_rows(UNIT, PERIOD, draws=9, seed=3)
    assert np.array_equal(long[:4], donor_rows(UNIT, PERIOD, draws=4, seed=3))


def test_unknown_schemes_are_refused():
    with pytest.raises(InputError, match="units or within_period"):
        donor_rows(UNIT, PERIOD, draws=1, seed=1, scheme="rows")


@pytest.mark.parametrize("weights", ["", "w"])
def test_the_statistic_is_the_clustered_t(weights):
    design = make_design(
        panel_table(),
        parse_formula("y ~ treat + x1 | unit + year"),
        clusters=(("unit",),),
        weights=weights,
    )
    alone = fit_ols(design)
    plain = SmallSample(adjust=False, cluster_adjust=False)
    error = cluster_covariance(alone.parts, design.clusters, plain).std_errors[0]
    frame = panel_frame()
    found = permutation_test(
        design,
        0,
        unit=frame["unit"].to_numpy(),
        period=frame["year"].to_numpy(),
        cluster=frame["unit"].to_numpy(),
        draws=199,
    )
    assert found.statistic == pytest.approx(alone.beta[0] / error, rel=1e-8)
    assert found.p_value < 0.02  # planted in the fixture: fixest gives p = 0.0006


@pytest.mark.slow
def test_p_values_are_uniform_where_nothing_is_planted():
    draw = np.random.default_rng(6)
    unit, year = np.repeat(np.arange(30), 8), np.tile(np.arange(8), 30)
    found = []
    for run in range(300):
        x = np.cumsum(draw.normal(size=(30, 8)), axis=1).ravel()
        y = np.cumsum(draw.normal(size=(30, 8)), axis=1).ravel()
        table = Table({"y": y, "x": x, "unit": unit, "year": year})
        design = make_design(table, parse_formula("y ~ x | unit + year"))
        found.append(
            permutation_test(
                design, 0, unit=unit, period=year, cluster=unit, draws=99, seed=run
            ).p_value
        )
    from scipy import stats

    assert stats.kstest(found, "uniform").pvalue > 0.001
    assert abs(np.mean(np.array(found) <= 0.05) - 0.05) < 0.04


def test_a_treatment_that_the_effects_explain_has_no_statistic():
    table = Table({"y": np.arange(8.0) ** 2, "x": UNIT.astype(float), "unit": UNIT})
    design = make_design(table, parse_formula("y ~ x | unit"))
    found = permutation_test(design, 0, unit=UNIT, period=PERIOD, cluster=UNIT, draws=5)
    assert found.statistic == 0
    assert found.p_value == 1
