import numpy as np
import pytest

from comity.methods.formula import parse_formula
from comity.methods.panel_columns import (
    Table,
    codes,
    combined_codes,
    factor_columns,
    shifted,
    term_columns,
    value_label,
)
from comity.terms.errors import InputError, UnknownName


@pytest.fixture
def table() -> Table:
    return Table(
        {
            "unit": np.array(["b", "a", "a", "b", "a"], dtype=object),
            "year": np.array([2001, 2000, 2001, 2003, 2003]),
            "x": np.array([1.0, 2.0, 3.0, 4.0, np.nan]),
            "kind": np.array(["p", "q", "", "q", "r"], dtype=object),
        },
        unit="unit",
        period="year",
    )


def values(table: Table, term: str) -> np.ndarray:
    return term_columns(table, parse_formula(f"x ~ {term}").terms[0])[1]


def test_missing_has_no_code():
    assert codes(np.array([2.0, np.nan, 1.0])).tolist() == [1, -1, 0]
    assert codes(np.array(["", None, "z"], dtype=object)).tolist() == [-1, -1, 0]


def test_combinations_are_coded_together_and_missing_stays_missing(table):
    found = combined_codes(table, ("unit", "kind"))
    assert found[2] == -1
    assert len(set(found.tolist())) == 5


def test_a_lag_is_by_period_not_by_row(table):
    assert np.array_equal(
        shifted(table, table.numbers("x"), 1), [np.nan, np.nan, 2, np.nan, np.nan], equal_nan=True
    )
    assert np.array_equal(
        shifted(table, table.numbers("x"), 2), [np.nan, np.nan, np.nan, 1, 3], equal_nan=True
    )
    assert np.array_equal(
        values(table, "f(x, 2)")[:, 0], [4, np.nan, np.nan, np.nan, np.nan], equal_nan=True
    )
    assert values(table, "d(x)")[2, 0] == 1.0


def test_two_rows_in_one_period_have_no_lag(table):
    doubled = table.take(np.array([0, 0, 1]))
    with pytest.raises(InputError, match="two rows in one 'year'"):
        shifted(doubled, doubled.numbers("x"), 1)


def test_lags_need_unit_and_period_and_whole_numbers(table):
    bare = Table(table.columns)
    with pytest.raises(InputError, match="need the unit and the period"):
        shifted(bare, bare.numbers("x"), 1)
    with pytest.raises(InputError, match="not a whole number"):
        shifted(table, table.numbers("x"), 0.5)


def test_categories_leave_out_the_first_or_the_named_value(table):
    names, found = factor_columns(table, parse_formula("x ~ i(kind)").terms[0][0])
    assert names == ["kind::q", "kind::r"]
    assert np.isnan(found[2]).all()
    names, _ = factor_columns(table, parse_formula("x ~ i(kind, x, ref=q)").terms[0][0])
    assert names == ["kind::p:x", "kind::r:x"]
    with pytest.raises(UnknownName):
        factor_columns(table, parse_formula("x ~ i(kind, ref=z)").terms[0][0])


def test_words_are_no_numbers(table):
    with pytest.raises(InputError, match=r"write i\(kind\)"):
        values(table, "kind")


def test_an_unknown_column_suggests_the_nearest():
    with pytest.raises(UnknownName, match="'treat'"):
        Table({"treat": np.zeros(2)}).column("treta")


def test_functions_refuse_values_outside_their_domain():
    with pytest.raises(InputError, match="outside its domain"):
        values(Table({"x": np.array([1.0, -1.0])}), "log(x)")


def test_products_and_powers(table):
    assert np.array_equal(values(table, "x^2")[:4, 0], [1, 4, 9, 16])
    assert np.array_equal(values(table, "x:year")[:2, 0], [2001, 4000])


def test_labels_are_written_in_full():
    labels = [value_label(v) for v in (np.float64(12345678), 0.5, 2005, "Asia", np.str_("x"))]
    assert labels == ["12345678", "0.5", "2005", "Asia", "x"]
