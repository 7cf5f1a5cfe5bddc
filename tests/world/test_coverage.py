import numpy as np
import pytest

from comity.terms.errors import InputError, UnknownName
from comity.world.coverage import (
    cells,
    coverage_of_indicators,
    coverage_of_partners,
    coverage_of_years,
    share_by_year,
)
from tests.world.small_panel import small_panel

BOTH = ("alpha.score", "beta.money")
ALL = ("CIV", "GHA", "KEN", "FRA")


def test_indicators_among_partners_as_of_a_year():
    score, money = coverage_of_indicators(small_panel(), 2020, ALL, indicators=BOTH, max_age=1)
    assert (score.known, score.stale, score.unknown) == (2, 0, 2)
    assert (score.share, score.median_age, score.oldest_age) == (0.5, 0.5, 1)
    assert (score.first, score.last) == (2018, 2020)
    assert (money.known, money.stale, money.unknown) == (1, 1, 2)


def test_years_after_the_one_asked_for_do_not_count():
    score, _ = coverage_of_indicators(small_panel(), 2018, ALL, indicators=BOTH)
    assert (score.known, score.unknown) == (1, 3)
    assert score.last == 2020


def test_partners_over_indicators():
    rows = coverage_of_partners(small_panel(), 2020, ALL, indicators=BOTH, max_age=1)
    known = {row.name: (row.known, row.stale, row.unknown) for row in rows}
    assert known == {"CIV": (1, 0, 1), "GHA": (1, 0, 1), "KEN": (1, 1, 0), "FRA": (0, 0, 2)}
    france = rows[3]
    assert (france.share, france.median_age, france.first) == (0.0, None, 0)


def test_cells_say_how_old_each_value_is():
    found = {
        (cell.partner, cell.indicator): cell
        for cell in cells(small_panel(), 2019, ALL, indicators=BOTH, max_age=0)
    }
    kenya = found["KEN", "alpha.score"]
    assert (kenya.status, kenya.age, kenya.years, kenya.error) == ("known", 0, 2, None)
    stale = found["KEN", "beta.money"]
    assert (stale.status, stale.observed, stale.age) == ("stale", 2018, 1)
    assert found["GHA", "alpha.score"].status == "later"
    assert found["GHA", "alpha.score"].value is None
    assert found["FRA", "alpha.score"].status == "unknown"


def test_zero_is_known_and_not_missing():
    [cell] = cells(small_panel(), 2020, ["CIV"], indicators=["beta.money"])
    assert (cell.status, cell.value) == ("known", 0.0)


def test_years_count_values_partners_and_indicators():
    rows = coverage_of_years(small_panel(), ALL, indicators=BOTH)
    assert [(r.year, r.values, r.partners, r.indicators) for r in rows] == [
        (2018, 2, 1, 2),
        (2019, 1, 1, 1),
        (2020, 2, 2, 2),
    ]
    assert coverage_of_years(small_panel(), ["FRA"], indicators=BOTH) == []


def test_shares_by_year():
    years, shares = share_by_year(small_panel(), ALL, indicators=BOTH)
    assert years == [2018, 2019, 2020]
    assert np.array_equal(shares, [[0.25, 0.25, 0.25], [0.25, 0, 0.25]])


def test_unknown_indicator_and_year_outside_are_refused():
    with pytest.raises(UnknownName, match=r"alpha\.score"):
        coverage_of_indicators(small_panel(), 2020, ALL, indicators=["alpha.scor"])
    with pytest.raises(InputError, match="2018-2020"):
        coverage_of_indicators(small_panel(), 2030, ALL, indicators=BOTH)
