import pandas as pd
import pytest

from comity.world import source as sources
from comity.world.load import load_panel
from comity.world.zeros import fill_zeros
from tests.world.small_source import TOML, make_source


def frame(*rows: tuple[str, str, int, float]) -> pd.DataFrame:
    made = pd.DataFrame(rows, columns=["partner", "indicator", "year", "value"])
    return made.assign(error=float("nan"))


def value(filled: pd.DataFrame, partner: str, year: int, name: str = "alpha.aid") -> float | None:
    key = (filled["partner"] == partner) & (filled["year"] == year) & (filled["indicator"] == name)
    return filled.loc[key, "value"].squeeze() if key.any() else None


GIVEN = (("KEN", "alpha.aid", 1998, 5.0), ("GHA", "alpha.aid", 2003, 7.0))


def test_covered_years_of_every_state_become_zero_and_nothing_else_changes():
    filled = fill_zeros(frame(*GIVEN, ("KEN", "alpha.score", 2000, 1.0)), make_source())
    assert value(filled, "KEN", 1998) == 5.0
    assert value(filled, "KEN", 1999) == 0.0
    assert value(filled, "FRA", 2003) == 0.0
    assert value(filled, "FRA", 2004) is None
    assert value(filled, "FRA", 2000, "alpha.score") is None
    assert filled["error"].isna().all()


def test_state_has_no_zero_before_it_existed():
    filled = fill_zeros(frame(*GIVEN), make_source())
    assert value(filled, "TLS", 2001) is None
    assert value(filled, "TLS", 2003) == 0.0


def test_places_that_are_no_states_count_if_the_source_lists_them():
    filled = fill_zeros(frame(*GIVEN, ("HKG", "alpha.aid", 2001, 1.0)), make_source())
    assert value(filled, "HKG", 2002) == 0.0
    assert value(filled, "PRI", 2002) is None


def test_united_states_count_only_if_listed():
    assert value(fill_zeros(frame(*GIVEN), make_source()), "USA", 2000) is None
    elsewhere = frame(*GIVEN, ("USA", "alpha.score", 2001, 1.0))
    assert value(fill_zeros(elsewhere, make_source()), "USA", 2000) is None
    listed = frame(*GIVEN, ("USA", "alpha.aid", 2001, 1.0))
    assert value(fill_zeros(listed, make_source()), "USA", 2000) == 0.0


def test_stated_years_win_over_the_files():
    source = make_source(more="zero_years = [2000, 2001]")
    filled = fill_zeros(frame(*GIVEN), source)
    assert value(filled, "FRA", 1999) is None
    assert value(filled, "FRA", 2001) == 0.0
    assert value(filled, "FRA", 2002) is None


def test_zeros_never_start_before_the_first_row_that_was_read():
    source = make_source(more="zero_years = [1950, 2001]")
    assert fill_zeros(frame(*GIVEN), source)["year"].min() == 1998


def test_indicator_with_years_of_its_own_is_zero_in_those_only():
    text = TOML.format(id="alpha", licence="O", more="") + "zero_years = [2000, 2001]\n"
    text += (
        '[[indicator]]\nid = "alpha.loans"\ntitle = "Loans"\ndefinition = "Invented."\n'
        'unit = "US$"\ndirection = "neutral"\nzero_if_absent = true\n'
    )
    source = sources._read(text, "comity.world.sources")
    filled = fill_zeros(frame(*GIVEN, ("KEN", "alpha.loans", 1999, 2.0)), source)
    assert value(filled, "FRA", 1999) is None
    assert value(filled, "FRA", 2000) == 0.0
    assert value(filled, "FRA", 2002) is None
    assert value(filled, "KEN", 1998) == 5.0
    assert value(filled, "FRA", 1998, "alpha.loans") == 0.0


@pytest.mark.parametrize(
    ("account", "first", "last"), [("counterdrug", 1997, 2019), ("pko", 2004, 2020)]
)
def test_account_that_is_not_always_booked_to_countries_is_unknown_outside_its_years(
    account, first, last
):
    """The workbook of 9 August 2022 has country rows for these accounts in these years only."""
    panel = load_panel(imports=False)
    for name in (f"greenbook.{account}", f"greenbook.{account}_current"):
        years, _ = panel.series(name, "FRA")
        assert (years.min(), years.max()) == (first, last)
        assert panel.year[panel.rows_of(name)].min() == first
        assert panel.year[panel.rows_of(name)].max() == last


def test_unreported_partners_stay_unknown():
    given = frame(*GIVEN)
    given.attrs["not_reported"] = [("FRA", 1990, 2020), ("DEU", 2000, 2001)]
    filled = fill_zeros(given, make_source())
    assert value(filled, "FRA", 2000) is None
    assert value(filled, "DEU", 2001) is None
    assert value(filled, "DEU", 2002) == 0.0


def test_source_without_such_indicators_is_left_alone():
    given = frame(("KEN", "alpha.score", 2000, 1.0))
    assert fill_zeros(given, make_source()) is given
