import numpy as np
import pytest

from comity.evaluate.sample_rules import rows_of_rule
from comity.methods.panel_columns import Table
from comity.terms.errors import RecipeError, UnknownName

TABLE = Table(
    {
        "year": np.array([1990.0, 1991, 1992, np.nan]),
        "region": np.array(["Africa", "Asia", "", "Africa"], dtype=object),
        "wgi.voice": np.array([0.1, 0.2, 0.3, 0.4]),
    }
)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("", [1, 1, 1, 1]),
        ("year >= 1991", [0, 1, 1, 0]),
        ("not year >= 1991", [1, 0, 0, 0]),
        ('region == "Africa"', [1, 0, 0, 1]),
        ('region != "Africa"', [0, 1, 0, 0]),
        ('region in ("Africa", "Asia") and year < 1992', [1, 1, 0, 0]),
        ('region not in ["Africa"]', [0, 1, 0, 0]),
        ("wgi.voice > 0.15 or year == 1990", [1, 1, 1, 0]),
        ("wgi.voice > -1", [1, 1, 1, 1]),
    ],
)
def test_rows_that_a_rule_takes(rule, expected):
    assert rows_of_rule(rule, TABLE).astype(int).tolist() == expected


@pytest.mark.parametrize(
    "rule",
    [
        "year",
        "year >=",
        "1991 <= year <= 1995",
        "__import__('os').system('true')",
        "year >= open('x')",
        "year + 1 > 3",
        'year >= "a"',
        "region > 3",
        "year is None",
        "f(year) > 2",
    ],
)
def test_anything_else_is_refused(rule):
    with pytest.raises(RecipeError, match="sample rule"):
        rows_of_rule(rule, TABLE)


def test_an_unknown_column_is_refused():
    with pytest.raises(UnknownName, match="'year'"):
        rows_of_rule("yaer > 2", TABLE)
