import numpy as np
import pytest

from comity_web.site.tabulated import DASH, tabulate, written

ROWS = [
    {"name": "Alba", "score": 71.4, "funding": None},
    {"name": "Borra", "score": float("nan"), "funding": 12_400_000, "note": "late"},
]


def test_columns_are_the_keys_of_all_rows_in_order_of_appearance():
    table = tabulate(ROWS)
    assert [(c.title, c.numeric) for c in table.columns] == [
        ("name", False),
        ("score", True),
        ("funding", True),
        ("note", False),
    ]


def test_what_is_missing_is_a_dash_and_sorts_as_nothing():
    first, second = tabulate(ROWS).rows
    assert [cell.shown for cell in first] == ["Alba", "71.40", DASH, DASH]
    assert (second[1].shown, second[1].value) == (DASH, "")


def test_a_table_without_rows_has_no_columns():
    assert tabulate([]).columns == ()


def test_a_column_in_which_nothing_is_known_is_not_called_numeric():
    assert [c.numeric for c in tabulate([{"x": None}, {"x": None}]).columns] == [False]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, DASH),
        ("", DASH),
        (float("inf"), DASH),
        (0, "0"),
        (0.0, "0"),
        (1994, "1994"),
        (184_000_000, "184,000,000"),
        (-12_345.678, "-12,346"),
        (71.426, "71.43"),
        (1234.5, "1,234"),
        (0.0512, "0.051"),
        (0.00012345, "0.00012"),
        (np.float64(2.5), "2.500"),
        (np.int64(7), "7"),
        (True, "yes"),
        (False, "no"),
        ("KEN", "KEN"),
    ],
)
def test_values_are_written_for_reading(value, shown):
    assert written(value) == shown
