import numpy as np
import pytest

from comity.methods.group_time_average import average_cells
from comity.terms.errors import InputError
from tests.methods.test_group_time import MODELS, cells_of, printed, starts

THEIRS = {"event": "dynamic", "group": "group", "period": "calendar", "simple": "simple"}


@pytest.mark.parametrize("kind", THEIRS)
@pytest.mark.parametrize(("control", "base", "terms"), MODELS)
def test_averages_equal_csdids(control, base, terms, kind):
    theirs = printed(control, base, terms, THEIRS[kind])
    overall, parts = theirs[theirs["at"].isna()].iloc[0], theirs[theirs["at"].notna()]
    found = average_cells(cells_of(control, base, terms), kind)
    assert found.overall == pytest.approx(overall["estimate"], abs=1e-8)
    assert found.overall_error == pytest.approx(overall["std_error"], abs=1e-6)
    assert found.at.tolist() == parts["at"].tolist()
    assert found.estimate == pytest.approx(parts["estimate"].to_numpy(), abs=1e-8)
    known = np.isfinite(parts["std_error"].to_numpy())
    assert found.std_error[known] == pytest.approx(parts["std_error"].to_numpy()[known], abs=1e-6)


def test_a_band_for_all_reaches_further_than_for_one():
    cells = cells_of("never", "varying", "1")
    found = average_cells(cells, "event", draws=999, seed=3)
    # Ten averages that were independent would need 2.8.
    assert 2.2 < found.critical < 2.9
    assert average_cells(cells, "event", draws=999, seed=3).critical == found.critical
    assert np.isnan(average_cells(cells, "event").critical)


def test_clusters_of_single_units_change_nothing_and_larger_ones_do():
    frame, _ = starts()
    cells = cells_of("never", "varying", "1")
    plain = average_cells(cells, "event")
    single = average_cells(cells, "event", clusters=np.arange(90))
    region = frame.drop_duplicates("unit")["region"].to_numpy()
    wide = average_cells(cells, "event", clusters=region)
    assert single.std_error == pytest.approx(plain.std_error, abs=1e-12)
    assert wide.estimate == pytest.approx(plain.estimate, abs=1e-12)
    assert wide.std_error != pytest.approx(plain.std_error, rel=0.01)


def test_an_unknown_kind_is_refused():
    with pytest.raises(InputError, match="'week'"):
        average_cells(cells_of("never", "varying", "1"), "week")
