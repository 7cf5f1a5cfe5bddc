import numpy as np
import pytest

from comity.methods.panel_crossproducts import (
    complete_rows,
    cross_products,
    sum_of_squared_scores,
    triangle,
)
from comity.methods.panel_demean import FixedEffects
from comity.terms.errors import InputError

N, UNITS, YEARS = 240, 20, 12
UNIT, YEAR = np.repeat(np.arange(UNITS), YEARS), np.tile(np.arange(YEARS), UNITS)


def columns(seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(N, 4))


def test_total_is_the_cross_product_of_demeaned_columns():
    found = cross_products("abcd", columns(), effects=(UNIT, YEAR))
    swept = FixedEffects((UNIT, YEAR)).demean(columns())
    assert np.allclose(found.total, swept.T @ swept)
    assert found.nobs == N
    assert found.fixed_parameters == UNITS + YEARS - 1


def test_weights_enter_by_their_root():
    weights = np.random.default_rng(1).uniform(1, 2, N)
    found = cross_products("abcd", columns(), effects=(UNIT,), weights=weights)
    swept = FixedEffects((UNIT,), weights).demean(columns())
    assert np.allclose(found.total, swept.T @ (swept * weights[:, None]))


@pytest.mark.parametrize("ways", [{"unit": UNIT}, {"unit": UNIT, "year": YEAR}])
def test_bilinear_scores_equal_plain_sums(ways):
    found = cross_products("abcd", columns(), effects=(UNIT, YEAR), clusters=ways)
    draw = np.random.default_rng(2)
    a, c = draw.normal(size=(5, 4)), draw.normal(size=(5, 4))
    groupings = [UNIT] if len(ways) == 1 else [UNIT, YEAR, UNIT * YEARS + YEAR]
    for way, code in zip(found.ways, groupings, strict=True):
        scores = (found.columns @ a.T) * (found.columns @ c.T)
        sums = np.array([scores[code == g].sum(axis=0) for g in np.unique(code)])
        assert np.allclose(sum_of_squared_scores(way, found.columns, a, c), (sums**2).sum(axis=0))
    assert [way.sign for way in found.ways] == ([1] if len(ways) == 1 else [1, 1, -1])


def test_the_packed_form_and_the_rows_agree():
    """Few clusters are packed; many go through the rows, with reduction by cluster."""
    many = np.minimum(np.arange(N), 200)
    found = cross_products("abcd", columns(), clusters={"many": many, "unit": UNIT})
    assert found.ways[0].packed is None
    assert found.ways[1].packed is not None
    a = c = np.random.default_rng(3).normal(size=(2, 4))
    scores = (found.columns @ a.T) ** 2
    sums = np.array([scores[many == g].sum(axis=0) for g in range(201)])
    squares = sum_of_squared_scores(found.ways[0], found.columns, a, c)
    assert np.allclose(squares, (sums**2).sum(axis=0))


def test_replacing_a_column_equals_starting_again():
    first = cross_products("abcd", columns(), effects=(UNIT,), clusters={"unit": UNIT})
    values = columns()
    values[:, [1, 3]] = columns(9)[:, :2]
    again = cross_products("abcd", values, effects=(UNIT,), clusters={"unit": UNIT})
    fresh = FixedEffects((UNIT,)).demean(values[:, [1, 3]])
    replaced = first.replaced(np.array([1, 3]), fresh)
    assert np.allclose(replaced.total, again.total)
    assert np.allclose(replaced.ways[0].packed, again.ways[0].packed)


def test_refusals():
    with pytest.raises(InputError, match="3-way"):
        cross_products("abcd", columns(), clusters={"a": UNIT, "b": YEAR, "c": UNIT})
    with pytest.raises(InputError, match="single cluster"):
        cross_products("abcd", columns(), clusters={"a": UNIT * 0})


def test_triangle_and_complete_rows():
    rows, cols = triangle(3)
    assert (rows <= cols).all()
    assert len(rows) == 6
    assert complete_rows(np.array([[1.0, 2.0], [np.nan, 1.0]])).tolist() == [True, False]
