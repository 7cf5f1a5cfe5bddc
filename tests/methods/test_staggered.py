import warnings

import numpy as np
import pytest

from comity.methods.staggered import impute_staggered
from comity.terms.errors import DataMissing, InputError


def panel(seed=0, units=80, periods=12):
    """Early adopters gain 1 more each period, late ones gain nothing."""
    draw = np.random.default_rng(seed)
    unit, period = np.repeat(np.arange(units), periods), np.tile(np.arange(periods), units)
    first = np.where(unit % 4 == 0, 4.0, np.where(unit % 4 == 1, 8.0, np.nan))
    started = period >= np.where(np.isnan(first), np.inf, first)
    gain = np.where(started & (first == 4), period - first + 1, 0.0)
    y = draw.normal(size=units)[unit] + 0.3 * period + gain + 0.2 * draw.normal(size=len(unit))
    return y, unit, period, first, gain, started


def test_planted_gains_by_horizon_are_recovered():
    y, unit, period, first, gain, started = panel()
    found = impute_staggered(y, unit, period, first)
    assert found.estimate == pytest.approx(gain[started].mean(), abs=0.1)
    for at, horizon in enumerate(found.horizons):
        rows = started & (period - first == horizon)
        assert found.by_horizon[at] == pytest.approx(gain[rows].mean(), abs=0.15)
    assert found.rows == started.sum()


@pytest.mark.slow
def test_equal_to_pyfixests_did2s():
    """Two-stage DiD with one treatment dummy has the imputation estimator's point."""
    y, unit, period, first, _, started = panel(seed=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pandas as pd
        import pyfixest

        frame = pd.DataFrame({"y": y, "unit": unit, "t": period, "d": started.astype(int)})
        theirs = pyfixest.did2s(
            frame, yname="y", first_stage="~ 0 | unit + t", second_stage="~ d", treatment="d",
            cluster="unit",
        )  # fmt: skip
    found = impute_staggered(y, unit, period, first)
    assert found.estimate == pytest.approx(float(theirs.coef()["d"]), abs=1e-8)
    assert found.std_error == pytest.approx(float(theirs.se()["d"]), rel=0.2)


def test_two_way_fixed_effects_get_the_same_panel_wrong():
    """The reason for the method: TWFE weights late rows of early adopters negatively."""
    from comity.methods.panel_demean import FixedEffects

    y, unit, period, first, gain, started = panel()
    swept = FixedEffects((unit, period)).demean(np.column_stack([y, started.astype(float)]))
    twfe = swept[:, 0] @ swept[:, 1] / (swept[:, 1] @ swept[:, 1])
    found = impute_staggered(y, unit, period, first, draws=19)
    truth = gain[started].mean()
    assert abs(found.estimate - truth) < 0.1 < abs(twfe - truth)


def test_units_always_treated_are_left_out_and_counted():
    y, unit, period, first, _, _ = panel()
    always = np.where(unit == 0, 0.0, first)
    found = impute_staggered(y, unit, period, always, draws=19)
    assert found.left_out == 12


def test_refusals():
    y, unit, period, *_ = panel()
    with pytest.raises(InputError, match="No row is treated"):
        impute_staggered(y, unit, period, np.full(len(y), np.nan))
    with pytest.raises(DataMissing, match="can be imputed"):
        impute_staggered(y, unit, period, np.zeros(len(y)))
