from dataclasses import replace

import numpy as np
import pytest

from comity.evaluate.event_estimates import (
    AFTER,
    EventQuestion,
    group_time_path,
    imputed_path,
    leads_test,
    regression_path,
)
from comity.methods.panel_columns import Table
from comity.methods.staggered import impute_staggered
from comity.terms.errors import DataMissing, InputError
from tests.methods.test_group_time import printed, starts


def question(**more):
    frame, first = starts()
    table = Table({name: frame[name].to_numpy() for name in frame}, "unit", "year")
    return replace(EventQuestion(table, "y", first, draws=99), **more)


def test_the_group_time_path_is_csdids():
    found = group_time_path(question(base="varying"))
    theirs = printed("never", "varying", "1", "dynamic").set_index("at")
    for at, row in theirs[theirs.index.notna()].iterrows():
        assert found[f"since::{at:g}"].estimate == pytest.approx(row["estimate"], abs=1e-8)
        assert found[f"since::{at:g}"].std_error == pytest.approx(row["std_error"], abs=1e-6)
    simple = printed("never", "varying", "1", "simple").iloc[0]
    assert found.statistics["overall_simple"] == pytest.approx(simple["estimate"], abs=1e-8)
    assert found.statistics["overall_simple_se"] == pytest.approx(simple["std_error"], abs=1e-6)


def test_clusters_reach_every_estimator_that_takes_them():
    wide = question(cluster="region")
    assert group_time_path(wide).clusters == {"region": 18}
    assert regression_path(wide, interacted=True).clusters == {"region": 18}
    plain = regression_path(question(), interacted=True)
    assert regression_path(wide, interacted=True)[AFTER].std_error != plain[AFTER].std_error
    with pytest.raises(DataMissing, match="neither"):
        imputed_path(wide)
    with pytest.raises(InputError, match="changes within units"):
        group_time_path(question(cluster="year"))


def test_the_imputed_path_is_the_librarys():
    frame, first = starts()
    theirs = impute_staggered(
        frame["y"].to_numpy(), frame["unit"].to_numpy(), frame["year"].to_numpy(), first, draws=99
    )
    found = imputed_path(question())
    assert found[AFTER].estimate == theirs.estimate
    assert found["since::0"].std_error == pytest.approx(theirs.by_horizon_error[0], rel=1e-12)


def test_the_test_of_the_leads_is_walds():
    """b'V^-1 b with V = diag(1, 4): 1 + 1; the reference without an error is no lead."""
    found = leads_test(
        np.array([-3.0, -2, -1, 0]), np.array([1.0, 2, 0, 9]), np.diag([1.0, 4, 0, 1])
    )
    assert found["leads_chi2"] == pytest.approx(2.0)
    assert found["leads"] == 2
    assert found["leads_p"] == pytest.approx(0.36788, abs=1e-5)
    assert leads_test(np.array([0.0]), np.array([1.0]), np.eye(1)) == {}
