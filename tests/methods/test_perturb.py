import numpy as np

from comity.methods.perturb import perturbed_columns
from comity.methods.streams import BLOCK
from tests.methods.test_rank_engine import full_problem


def test_missing_cells_are_filled_from_observed_donors_only():
    p = full_problem()
    columns = perturbed_columns(p, p.variants[0], 1, 0)
    for row, j in p.donors.cells:
        assert not np.isnan(columns[int(j)][:, row]).any()
    fixed = next(int(j) for j in columns if j not in {0, 4})
    row = next(int(r) for r, j in p.donors.cells if j == fixed)
    allowed = p.variants[0].scaled[:, fixed]
    assert set(columns[fixed][:, row]) <= set(allowed[~np.isnan(allowed)])


def test_columns_without_error_or_gaps_are_left_alone():
    p = full_problem()
    touched = set(perturbed_columns(p, p.variants[0], 1, 0))
    assert touched == {0, 4} | {int(j) for _, j in p.donors.cells}


def test_variants_see_the_same_noise():
    """Percentile and min-max are both monotone, so the perturbed order must agree."""
    p = full_problem()
    a, b = (perturbed_columns(p, v, 1, 0)[0] for v in p.variants)
    assert a.shape == (BLOCK, p.size)
    whole = ~np.isnan(p.errors.value[:, 0])
    order = np.argsort(b[0, whole])
    assert (np.diff(a[0, whole][order]) >= 0).all()
