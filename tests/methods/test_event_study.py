import re
import warnings

import numpy as np
import pytest

from comity.methods.event_study import fit_event_study
from comity.methods.panel_columns import Table
from comity.methods.panel_vcov import cluster_covariance
from comity.terms.errors import DataMissing, InputError
from tests.methods.test_group_time import cells_of, starts


def table_and_first():
    frame, first = starts()
    return Table({name: frame[name].to_numpy() for name in frame}, "unit", "year"), first


def path(study):
    return study.path(cluster_covariance(study.fit.parts, study.fit.design.clusters).matrix)


@pytest.mark.slow
def test_sun_and_abraham_equals_pyfixest():
    frame, _ = starts()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pyfixest

        theirs = pyfixest.event_study(
            frame, yname="y", idname="unit", tname="year", gname="first", estimator="saturated",
            cluster="unit",
        ).aggregate()  # fmt: skip
    study = fit_event_study(*table_and_first_with_outcome())
    estimate, covariance = path(study)
    assert study.times.tolist() == [float(t) for t in theirs.index]
    assert estimate == pytest.approx(theirs["Estimate"].to_numpy(float), abs=1e-8)
    assert np.sqrt(np.diag(covariance)) == pytest.approx(
        theirs["Std. Error"].to_numpy(float), abs=1e-6
    )


def table_and_first_with_outcome():
    table, first = table_and_first()
    return table, "y", first


@pytest.mark.slow
def test_the_two_way_path_equals_pyfixest():
    frame, first = starts()
    since = np.where(np.isnan(first), -1, frame["year"] - first)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pyfixest

        theirs = pyfixest.feols(
            "y ~ i(since, ref=-1) + x:year | unit + year",
            frame.assign(since=since),
            vcov={"CRV1": "unit"},
        )
    table, _ = table_and_first()
    columns = dict(table.columns) | {"slope": table.numbers("x") * table.numbers("year")}
    study = fit_event_study(
        Table(columns, "unit", "year"), "y", first, interacted=False, controls=("slope",)
    )
    estimate, covariance = path(study)
    assert study.fit.beta[-1] == pytest.approx(theirs.coef()["x:year"], abs=1e-8)
    assert estimate == pytest.approx(theirs.coef().to_numpy()[:10], abs=1e-8)
    assert np.sqrt(np.diag(covariance)) == pytest.approx(theirs.se().to_numpy()[:10], abs=1e-6)


def test_on_a_balanced_panel_each_cell_is_callaway_and_santannas():
    study = fit_event_study(*table_and_first_with_outcome())
    cells = cells_of("never", "universal", "1")
    theirs = {(g, t): e for g, t, e in zip(cells.group, cells.period, cells.estimate, strict=True)}
    for name, value in zip(study.fit.names, study.fit.beta, strict=True):
        since, first = map(float, re.fullmatch(r"since::(.+):first::(.+)", name).groups())
        assert value == pytest.approx(theirs[(first, first + since)], abs=1e-8)


def test_the_last_to_start_stand_in_where_nobody_is_never_treated():
    table, first = table_and_first()
    treated = np.isfinite(first)
    study = fit_event_study(table.take(treated), "y", first[treated])
    assert "start in 2007" in study.notes[0]
    assert study.times.max() == 2
    early = np.where(first == 2004, 2001.0, first)
    assert "160 rows" in fit_event_study(table, "y", early).notes[0]


def test_refusals():
    table, first = table_and_first()
    with pytest.raises(InputError, match="No unit starts"):
        fit_event_study(table, "y", np.full(len(first), np.nan))
    once = first == 2004
    with pytest.raises(DataMissing, match="nothing to compare"):
        fit_event_study(table.take(once), "y", first[once])
