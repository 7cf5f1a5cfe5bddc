import numpy as np
import pytest

from comity.reports.indicator_years import indicator_years
from tests.reports.chart_checks import check

YEARS = np.repeat([2000, 2001], [5, 3])
VALUES = np.array([1.0, 2.0, 3.0, 4.0, 100.0, 7.0, 5.0, 6.0])


def test_spec(snapshot):
    assert check(indicator_years("Votes", "share 0-1", YEARS, VALUES)) == snapshot


def test_each_year_is_summed_up():
    first, second = indicator_years("Votes", "share 0-1", YEARS, VALUES).table
    assert (first["partners"], first["median"], first["q25"], first["q75"]) == (5, 3, 2, 4)
    assert (first["least"], first["most"]) == (1, 100)
    # R says 5.1 for the five per cent quantile (type 7) of 7, 5 and 6.
    assert second["q05"] == pytest.approx(5.1)


def test_the_words_speak_of_the_last_year():
    assert "In 2001: median 6" in indicator_years("Votes", "x", YEARS, VALUES).summary


def test_one_figure_is_enough():
    assert indicator_years("Votes", "x", YEARS[:1], VALUES[:1]).table[0]["median"] == 1
