import numpy as np
import pytest

from comity.methods.formula import parse_formula
from comity.methods.panel_columns import Table
from comity.methods.panel_design import independent, make_design
from comity.terms.errors import DataMissing, InputError
from tests.panel_reference import panel_table


def test_incomplete_rows_are_left_out_and_counted():
    design = make_design(panel_table(), parse_formula("y ~ x4 | unit"), clusters=(("unit",),))
    assert len(design.y) == 2945
    assert design.dropped == ("155 of 3100 rows lack a value that the model needs.",)
    assert design.rows.sum() == 2945


def test_nothing_complete_is_refused():
    table = Table({"y": np.array([1.0, np.nan]), "x": np.array([np.nan, 1.0])})
    with pytest.raises(DataMissing, match="No row has every value"):
        make_design(table, parse_formula("y ~ x"))


def test_weights_are_positive():
    table = Table({"y": np.arange(3.0), "x": np.array([1.0, 0, 2]), "w": np.array([1.0, 0, 1])})
    with pytest.raises(InputError, match="1 values that are not positive"):
        make_design(table, parse_formula("y ~ x"), weights="w")


def test_singletons_stay_unless_asked_for():
    table = Table(
        {"y": np.arange(5.0), "x": np.array([1.0, 3, 2, 5, 4]), "u": np.array([0, 1, 1, 2, 2])}
    )
    assert len(make_design(table, parse_formula("y ~ x | u")).y) == 5
    short = make_design(table, parse_formula("y ~ x | u"), drop_singletons=True)
    assert len(short.y) == 4
    assert short.rows.tolist() == [False, True, True, True, True]


def test_an_outcome_is_one_column():
    with pytest.raises(InputError, match="must be one"):
        make_design(panel_table(), parse_formula("i(region) ~ x1"))


def test_earlier_columns_win_over_later_combinations():
    draw = np.random.default_rng(0)
    a, b = draw.normal(size=(2, 50))
    X = np.column_stack([a, b, a + b, 1e6 * a, draw.normal(size=50)])
    assert independent(X.T @ X).tolist() == [True, True, False, False, True]


def test_what_the_effects_explain_is_no_column():
    X = np.array([[1.0, 1e-9], [-1.0, 1e-9]])
    assert independent(X.T @ X, original=np.array([2.0, 1e9])).tolist() == [True, False]
