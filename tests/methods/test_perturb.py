import numpy as np

from comity.methods.perturb import block_noise
from comity.methods.streams import BLOCK
from tests.methods.test_rank_engine import full_problem
from tests.methods.trees import problem

ALL = np.arange(BLOCK)


def test_missing_cells_are_filled_from_observed_donors_only():
    p = full_problem()
    values = block_noise(p, 1, 0).scaled(p.variants[0], ALL)
    filled = {(row, j) for row, j, _ in values.cells}
    assert filled == {(int(r), int(j)) for r, j in p.donors.cells if j not in {0, 4}}
    for _, j, drawn in values.cells:
        column = p.variants[0].scaled[:, j]
        assert set(drawn) <= set(column[~np.isnan(column)])
    assert not any(np.isnan(column).any() for column in values.columns.values())


def test_donors_are_equally_likely():
    p = full_problem()
    _, _, chosen = block_noise(p, 1, 0).donors[0]
    values, count = np.unique(chosen, return_counts=True)
    expected = BLOCK / p.donors.count[0]
    assert len(values) == p.donors.count[0]
    assert np.abs(count - expected).max() < 5 * np.sqrt(expected)


def test_only_columns_with_errors_move_as_a_whole():
    p = full_problem()
    assert set(block_noise(p, 1, 0).columns) == {0, 4}
    assert block_noise(problem(), 1, 0) is None


def test_variants_see_the_same_noise():
    """Percentile and min-max are both monotone, so the perturbed order must agree."""
    p = full_problem()
    noise = block_noise(p, 1, 0)
    a, b = (noise.scaled(v, ALL).columns[0] for v in p.variants)
    whole = ~np.isnan(p.errors.value[:, 0])
    order = np.argsort(b[0, whole])
    assert (np.diff(a[0, whole][order]) >= 0).all()


def test_some_draws_of_a_block_equal_the_same_draws_of_the_whole():
    p = full_problem()
    noise = block_noise(p, 1, 0)
    whole, part = (noise.scaled(p.variants[0], rows) for rows in (ALL, ALL[5:9]))
    np.testing.assert_array_equal(whole.columns[4][5:9], part.columns[4])
