import numpy as np
import pytest

from comity.evaluate.model_detectable import find_detectable
from comity.evaluate.panel_errors import parse_errors
from comity.evaluate.panel_run import run_panel
from comity.methods.panel_columns import Table
from comity.terms.errors import InputError, UnknownName


def trial(gain, seed, n=200):
    draw = np.random.default_rng(seed)
    d = np.repeat([0.0, 1.0], n // 2)
    return Table({"y": gain * d + draw.normal(size=n), "d": d, "x": draw.normal(size=n)})


def test_what_is_called_detectable_is_found_four_times_in_five():
    size = find_detectable(trial(0, 0), "y ~ d", errors=parse_errors("iid")).rows()[0]["detectable"]
    found = [run_panel(trial(size, s), "y ~ d")["d"].p_value < 0.05 for s in range(1, 301)]
    assert np.mean(found) == pytest.approx(0.8, abs=0.08)


def test_the_textbook_size_of_a_two_sample_comparison():
    """100 in each group, 80 % power, 5 % level: 0.398 standard deviations (Cohen's tables: 0.40)."""
    (row, _) = find_detectable(trial(0, 3), "y ~ d", errors=parse_errors("iid")).rows()
    assert row["in_sd_of_outcome"] == pytest.approx(0.398, abs=0.005)


def test_no_estimate_is_shown():
    found = find_detectable(trial(5, 1), "y ~ d + x", terms=("d",), errors=parse_errors("iid"))
    assert found.estimates == ()
    assert {row["term"] for row in found.rows()} == {"d"}
    assert not any("estimate" in name for row in found.rows() for name in row)


def test_refusals():
    with pytest.raises(InputError, match="between the level and one"):
        find_detectable(trial(0, 1), "y ~ d", powers=(1.2,), errors=parse_errors("iid"))
    with pytest.raises(UnknownName, match="'z'"):
        find_detectable(trial(0, 1), "y ~ d", terms=("z",), errors=parse_errors("iid"))
