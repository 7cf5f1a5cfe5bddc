import numpy as np
import pytest

from comity.evaluate.frame_expression import column_of
from comity.methods.panel_columns import Table
from comity.terms.errors import RecipeError, UnknownName

NAN = float("nan")


@pytest.fixture
def table():
    return Table(
        {
            "unit": np.array(["a", "a", "a", "b", "b"], dtype=object),
            "year": np.array([1.0, 2, 3, 1, 2]),
            "x": np.array([0.0, 4, -1, NAN, 2]),
        },
        "unit",
        "year",
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("positive(x) + 1", [1, 5, 1, NAN, 3]),
        ("-x / 2", [0, -2, 0.5, NAN, -1]),
        ("x >= 2", [0, 1, 0, NAN, 1]),
        ("either(x, 9)", [0, 4, -1, 9, 2]),
        ("most(x, 1) * least(x, 3)", [0, 12, -1, NAN, 4]),
        ("lag(x, 1)", [NAN, 0, 4, NAN, NAN]),
        ("lag(x, -1)", [4, -1, NAN, 2, NAN]),
        ("since(x)", [NAN, 0, 1, NAN, 0]),
        ("ever(x)", [4, 4, 4, 2, 2]),
        ("x > quantile(x, 0.5)", [0, 1, 0, NAN, 0]),
        ("log(x)", [NAN, np.log(4), NAN, NAN, np.log(2)]),
    ],
)
def test_expressions(table, text, wanted):
    np.testing.assert_allclose(column_of(text, table), np.array(wanted, dtype=float))


def test_standard_has_mean_zero_and_deviation_one(table):
    found = column_of("standard(x)", table)
    assert np.nanmean(found) == pytest.approx(0)
    assert np.nanstd(found) == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x +", "cannot be read"),
        ("x ** 2", "unknown"),
        ("open(x)", "known are"),
        ("lag(x)", "wrong arguments"),
        ("x < 1 < 2", "unknown"),
        ("x != 1", "unknown"),
    ],
)
def test_what_it_does_not_know_is_refused(table, text, said):
    with pytest.raises(RecipeError, match=said):
        column_of(text, table)


def test_an_unknown_column_is_named(table):
    with pytest.raises(UnknownName, match="'z'"):
        column_of("z + 1", table)
