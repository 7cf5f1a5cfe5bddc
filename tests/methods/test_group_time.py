import numpy as np
import pandas as pd
import pytest

from comity.methods.group_time import group_time
from comity.terms.errors import DataMissing, InputError
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "reference" / "staggered"
MODELS = [
    (control, base, terms)
    for control in ("never", "not-yet")
    for base in ("varying", "universal")
    for terms in ("1", "x")
]


def starts():
    frame = pd.read_csv(FOLDER / "panel.csv")
    first = frame["first"].where(frame["first"] > 0).to_numpy(float)
    return frame, first


def cells_of(control, base, terms):
    frame, first = starts()
    extra = frame[["x"]].to_numpy() if terms == "x" else None
    return group_time(
        frame["y"].to_numpy(), frame["unit"].to_numpy(), frame["year"].to_numpy(float), first,
        covariates=extra, control=control, base=base,
    )  # fmt: skip


def printed(control, base, terms, kind):
    name = {"never": "nevertreated", "not-yet": "notyettreated"}[control]
    frame = pd.read_csv(FOLDER / "csdid.csv")
    return frame[(frame["id"] == f"{name} {base} y ~ {terms}") & (frame["kind"] == kind)]


@pytest.mark.parametrize(("control", "base", "terms"), MODELS)
def test_cells_equal_csdids(control, base, terms):
    found, theirs = cells_of(control, base, terms), printed(control, base, terms, "cell")
    ours = {
        (g, t): (e, s)
        for g, t, e, s in zip(
            found.group, found.period, found.estimate, found.std_errors, strict=True
        )
    }
    assert len(ours) == len(theirs)
    for _, row in theirs.iterrows():
        estimate, error = ours[(float(row["group"]), float(row["at"]))]
        assert estimate == pytest.approx(row["estimate"], abs=1e-8)
        if np.isfinite(row["std_error"]):
            assert error == pytest.approx(row["std_error"], abs=1e-6)


def test_holes_are_left_out_of_their_own_cells_only():
    frame, first = starts()
    rows = ~((frame["unit"] == 1) & (frame["year"] == 2005))
    kept = frame[rows]
    found = group_time(
        kept["y"].to_numpy(), kept["unit"].to_numpy(), kept["year"].to_numpy(float), first[rows]
    )
    whole = cells_of("never", "varying", "1")
    other = ~((whole.group == 2004) & (whole.period == 2005))
    assert found.estimate[other] == pytest.approx(whole.estimate[other], abs=1e-12)
    assert found.estimate[~other] != pytest.approx(whole.estimate[~other], abs=1e-6)


def test_units_treated_from_the_start_are_counted():
    frame, first = starts()
    early = np.where(frame["unit"] == 90, 2001.0, first)
    found = group_time(
        frame["y"].to_numpy(), frame["unit"].to_numpy(), frame["year"].to_numpy(float), early
    )
    assert found.left_out == 1
    assert len(found.first) == 89


def test_refusals():
    frame, first = starts()
    y, unit, year = frame["y"].to_numpy(), frame["unit"].to_numpy(), frame["year"].to_numpy(float)
    with pytest.raises(InputError, match="Choose controls"):
        group_time(y, unit, year, first, control="all")
    with pytest.raises(InputError, match="more than one"):
        group_time(y, unit, year, np.where(year > 2004, first, 2002))
    with pytest.raises(InputError, match="No unit starts"):
        group_time(y, unit, year, np.full(len(y), np.nan))
    with pytest.raises(InputError, match="two rows"):
        group_time(y, unit, np.where(year == 2002, 2001, year), first)
    treated = np.isfinite(first)
    with pytest.raises(DataMissing, match="never treated"):
        group_time(y[treated], unit[treated], year[treated], first[treated])
