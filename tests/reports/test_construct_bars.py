import numpy as np
import pytest

from comity.reports.construct_bars import construct_bars, construct_table
from tests.reports.chart_checks import check


def test_spec(scores, snapshot):
    assert check(construct_bars(scores, "KEN")) == snapshot


def test_a_construct_that_is_not_scored_is_said_and_not_zero(scores):
    row, k = np.argwhere(np.isnan(scores.constructs))[0]
    entry = construct_table(scores, row)[k]
    assert entry["score"] is None
    assert "not scored" in entry["said"]
    figure = construct_bars(scores, scores.partners[row])
    assert "Not scored" in figure.summary


def test_medians_are_of_the_scored(scores):
    table = construct_table(scores, 0)
    wanted = np.nanmedian(scores.constructs[scores.order], axis=0)
    assert [r["median"] for r in table] == pytest.approx(list(wanted), abs=0.005)
