import pandas as pd
import pytest

from comity.assess.funding import funding_of
from comity.terms.errors import DataMissing, InputError
from comity.world.stacking import to_panel
from tests.world.small_panel import described


def money_panel():
    rows = [
        ("KEN", "greenbook.security_total", 2018, 30.0),
        ("KEN", "greenbook.security_total", 2019, 60.0),
        ("KEN", "greenbook.security_total", 2020, 0.0),
        ("GHA", "greenbook.security_total", 2020, 9.0),
        ("KEN", "sales_book.fmf", 2021, 12.0),
        ("KEN", "sales_book.fmf", 2022, 6.0),
        ("KEN", "greenbook.imet", 2020, 1.0),
    ]
    frame = pd.DataFrame(rows, columns=["partner", "indicator", "year", "value"])
    frame["error"], frame["vintage"] = float("nan"), "v1"
    units = {"greenbook.security_total": "constant 2020 US$"}
    names = ["greenbook.security_total", "sales_book.fmf", "greenbook.imet"]
    return to_panel(frame, {n: described(n, unit=units.get(n, "current US$")) for n in names})


def test_the_mean_of_the_three_years_up_to_the_year():
    found = funding_of(money_panel(), 2020)
    assert found.series == ("greenbook.security_total",)
    assert found.years == (2018, 2020)
    assert found.amounts == {"KEN": 30.0, "GHA": 3.0}


def test_after_the_greenbook_the_sales_book_says_what_it_leaves_out():
    found = funding_of(money_panel(), 2022)
    assert found.series == ("sales_book.fmf",)
    assert found.years == (2021, 2022)
    assert found.amounts == {"KEN": 9.0}
    assert "Foreign Military Financing only" in found.note


def test_a_users_own_series_and_years():
    found = funding_of(
        money_panel(), 2022, series=("sales_book.fmf", "greenbook.imet"), years=(2020, 2022)
    )
    assert found.amounts["KEN"] == pytest.approx((12 + 6 + 1) / 3)


def test_units_are_not_mixed():
    with pytest.raises(InputError, match="different units"):
        funding_of(
            money_panel(),
            2020,
            series=("greenbook.security_total", "greenbook.imet"),
            years=(2018, 2020),
        )


def test_no_figures_for_the_years():
    with pytest.raises(DataMissing, match="2001-2002"):
        funding_of(money_panel(), 2002, series=("greenbook.imet",), years=(2001, 2002))
    with pytest.raises(InputError, match="comes after"):
        funding_of(money_panel(), 2020, years=(2021, 2020))
