import numpy as np
import pytest

from comity.methods.dose_response import dose_bins, natural_spline
from comity.terms.errors import InputError

X = np.linspace(0, 10, 201)


def test_bins_leave_zero_out_and_keep_gaps():
    names, columns = dose_bins(np.array([0.0, 1.0, 2.5, 9.0, np.nan]), np.array([2.0, 5.0]))
    assert names == ["0 to 2", "2 to 5", "above 5"]
    assert columns[:4].tolist() == [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]]
    assert np.isnan(columns[4]).all()


def test_splines_span_what_patsys_natural_splines_span():
    """patsy's ``cr`` with the same knots fits any outcome equally well."""
    from patsy import dmatrix

    knots = np.array([1.0, 4.0, 6.0, 9.0])
    theirs = np.asarray(dmatrix("cr(x, knots=[4, 6], lower_bound=1, upper_bound=9) - 1", {"x": X}))
    ours = np.column_stack([np.ones_like(X), natural_spline(X, knots)])
    y = np.random.default_rng(0).normal(size=len(X))
    inside = (X >= 1) & (X <= 9)
    fits = [
        m[inside] @ np.linalg.lstsq(m[inside], y[inside], rcond=None)[0] for m in (ours, theirs)
    ]
    assert np.abs(fits[0] - fits[1]).max() < 1e-8


def test_straight_beyond_the_knots():
    basis = natural_spline(X, np.array([3.0, 5.0, 7.0]))
    for outside in (X < 3, X > 7):
        assert np.abs(np.diff(basis[outside], 2, axis=0)).max() < 1e-10


def test_a_planted_concave_shape_is_found_by_both():
    draw = np.random.default_rng(1)
    dose = np.where(draw.random(3000) < 0.3, 0, draw.exponential(3, 3000))
    y = 2 * (1 - np.exp(-dose)) + draw.normal(0, 0.3, 3000)
    names, bins = dose_bins(dose, np.array([1.0, 3.0]))
    means = np.linalg.lstsq(np.column_stack([np.ones(3000), bins]), y, rcond=None)[0][1:]
    assert means[0] < means[1] < means[2] < 2.2
    assert means[1] - means[0] > 2 * (means[2] - means[1])
    basis = natural_spline(dose, np.array([0.0, 1.0, 3.0, 9.0]))
    beta = np.linalg.lstsq(np.column_stack([np.ones(3000), basis]), y, rcond=None)[0]
    curve = (
        np.column_stack(
            [np.ones(3), natural_spline(np.array([0.0, 1.5, 6.0]), np.array([0.0, 1, 3, 9]))]
        )
        @ beta
    )
    assert curve[1] - curve[0] > 2 * (curve[2] - curve[1])
    assert len(names) == 3


@pytest.mark.parametrize(
    "call",
    [
        lambda: dose_bins(np.array([-1.0]), np.array([1.0])),
        lambda: dose_bins(np.array([1.0]), np.array([2.0, 1.0])),
        lambda: natural_spline(X, np.array([1.0, 2.0])),
        lambda: natural_spline(X, np.array([1.0, 3.0, 2.0])),
    ],
)
def test_refusals(call):
    with pytest.raises(InputError):
        call()
