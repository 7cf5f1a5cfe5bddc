"""Windows of years: hand-computed sums, means, counts and spreads."""

import numpy as np
import pandas as pd
import pytest

from comity.world.windows import (
    change_over,
    count_over,
    mean_over,
    positive,
    spread_over,
    stacked,
    sum_over,
    table,
)

NAN = float("nan")


def wide(**columns: list[float]) -> pd.DataFrame:
    length = len(next(iter(columns.values())))
    return pd.DataFrame(columns, index=pd.RangeIndex(2000, 2000 + length, name="year"), dtype=float)


def frame(*rows: tuple[str, str, int, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["partner", "indicator", "year", "value"])


def test_a_table_has_every_year_even_those_that_nobody_reports():
    given = frame(("KEN", "a", 2000, 1.0), ("GHA", "a", 2003, 2.0), ("KEN", "b", 1990, 9.0))
    answer = table(given, "a")
    assert answer.index.tolist() == [2000, 2001, 2002, 2003]
    assert answer.columns.tolist() == ["GHA", "KEN"]
    assert answer.loc[2000, "KEN"] == 1.0
    assert answer.isna().sum().sum() == 6


def test_an_unknown_indicator_is_an_empty_table_that_every_function_takes():
    nothing = table(frame(("KEN", "a", 2000, 1.0)), "b")
    for answer in (
        sum_over(nothing, 3, least=1),
        mean_over(nothing, 3, least=1),
        count_over(nothing, 3, least=1),
        spread_over(nothing, 3, least=2),
        change_over(nothing, 3),
        positive(nothing) * wide(KEN=[1.0]),
    ):
        assert answer.notna().sum().sum() == 0
        assert stacked({"x.y": answer}).empty


def test_sum_mean_count_and_spread_of_a_window():
    given = wide(KEN=[1.0, 0.0, 5.0, 2.0])
    assert sum_over(given, 3, least=3)["KEN"].tolist()[2:] == [6.0, 7.0]
    assert mean_over(given, 3, least=3)["KEN"].tolist()[2:] == [2.0, 7 / 3]
    assert count_over(given, 3, least=3)["KEN"].tolist()[2:] == [2.0, 2.0]
    # 1, 0, 5 around 2: (1 + 4 + 9) / 2 = 7
    assert spread_over(given, 3, least=3)["KEN"].iloc[2] == pytest.approx(7**0.5)


def test_fewer_years_than_the_least_give_nothing():
    given = wide(KEN=[1.0, NAN, 5.0])
    assert mean_over(given, 3, least=2)["KEN"].iloc[2] == 3.0
    assert np.isnan(mean_over(given, 3, least=3)["KEN"].iloc[2])
    assert np.isnan(mean_over(given, 3, least=2)["KEN"].iloc[0])


def test_no_value_for_a_year_in_which_the_partner_has_no_figure():
    given = wide(KEN=[1.0, 2.0, NAN])
    for over in (sum_over, mean_over, count_over, spread_over):
        assert np.isnan(over(given, 3, least=2)["KEN"].iloc[2])


def test_one_figure_has_no_spread():
    assert spread_over(wide(KEN=[1.0, NAN]), 2, least=1).notna().sum().sum() == 0


def test_a_window_forgets_large_figures_completely():
    """pandas' running sums may leave a trace of 1e15 among zeros; a sum of zeros is zero."""
    given = wide(KEN=[1e15, 0.1, 0.0, 0.0, 0.0, 0.0])
    assert sum_over(given, 3, least=3)["KEN"].iloc[-1] == 0.0
    assert spread_over(given, 3, least=3)["KEN"].iloc[-1] == 0.0


def test_windows_agree_with_pandas_on_arbitrary_figures():
    """Other implementation: pandas' rolling, for the years that end with a figure."""
    draws = np.random.default_rng(7)
    values = draws.normal(size=(30, 6))
    values[draws.random(values.shape) < 0.25] = NAN
    given = pd.DataFrame(values, index=pd.RangeIndex(1990, 2020), columns=list("abcdef"))
    rolling = given.rolling(5, min_periods=3)
    for ours, theirs in (
        (sum_over(given, 5, least=3), rolling.sum()),
        (mean_over(given, 5, least=3), rolling.mean()),
        (spread_over(given, 5, least=3), rolling.std()),
    ):
        pd.testing.assert_frame_equal(ours, theirs.where(given.notna()), check_exact=False)


def test_change_needs_both_years():
    given = wide(KEN=[1.0, NAN, 4.0, 9.0])
    assert change_over(given, 2)["KEN"].tolist()[2] == 3.0
    assert np.isnan(change_over(given, 2)["KEN"].iloc[3])


def test_stacked_leaves_out_what_is_empty_or_infinite():
    answer = stacked({"x.a": wide(KEN=[1.0, np.inf], GHA=[NAN, 2.0]), "x.b": wide(KEN=[3.0, NAN])})
    assert answer[["partner", "indicator", "year", "value"]].to_numpy().tolist() == [
        ["KEN", "x.a", 2000, 1.0],
        ["GHA", "x.a", 2001, 2.0],
        ["KEN", "x.b", 2000, 3.0],
    ]
    assert answer["error"].isna().all()
