"""The arithmetic of one check against numbers that are known another way."""

import numpy as np
import pyfixest
import pytest

from comity.evaluate.ready_check import CheckWork, headline_of, moderated_of, scale_of
from comity.evaluate.ready_recipe import get_ready
from tests.evaluate.planted import fragility_panel


@pytest.fixture(scope="module")
def table():
    return fragility_panel(units=60)


def work_of(name, table):
    study = get_ready("fragility")
    check = next(one for one in study.check if one.id == name)
    return CheckWork.of(check, study.of_check(check), table)


@pytest.mark.filterwarnings("ignore:The inplace keyword")
def test_the_headline_is_the_same_in_pyfixest(table):
    import pandas as pd

    frame = pd.DataFrame(dict(table.columns))
    ahead = frame[["partner", "year", "fragility"]].assign(year=frame["year"] - 1)
    frame = frame.merge(ahead.rename(columns={"fragility": "y"}), on=["partner", "year"])
    frame = frame[(frame["year"] >= 1995) & (frame["year"] <= 2007)].assign(
        treatment=np.log1p(frame["sc"])
    )
    fit = pyfixest.feols(
        "y ~ treatment + log_population + fragility + conflict + econ_log + neighbours"
        " | partner + year",
        frame,
        vcov={"CRV1": "partner"},
    )
    found, degrees = headline_of(work_of("average", table))
    assert found.estimate == pytest.approx(fit.coef()["treatment"], abs=1e-8)
    assert found.std_error == pytest.approx(fit.se()["treatment"], abs=1e-6)
    assert degrees == 59
    assert found.controls == ("fragility", "conflict", "econ_log", "neighbours")


def test_the_scale_is_a_ratio_of_within_deviations(table):
    import pandas as pd

    frame = pd.DataFrame(dict(table.columns))
    frame["y"] = frame.groupby("partner")["fragility"].shift(-1)
    frame["x"] = np.log1p(frame["sc"])
    frame = frame[(frame["year"] <= 2007) & frame["y"].notna()]
    within = frame[["y", "x"]] - frame.groupby("partner")[["y", "x"]].transform("mean")
    wanted = within["x"].std(ddof=0) / within["y"].std(ddof=0)
    assert scale_of(work_of("average", table)) == pytest.approx(wanted)


def test_associations_along_the_moderator_lie_on_a_line(table):
    rows = moderated_of(work_of("democracy", table))
    assert [round(row.share, 1) for row in rows] == [0.1, 0.5, 0.9]
    slopes = np.diff([r.estimate for r in rows]) / np.diff([r.value for r in rows])
    assert slopes[0] == pytest.approx(slopes[1], rel=1e-6)
    assert moderated_of(work_of("average", table)) == ()
