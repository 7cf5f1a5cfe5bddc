import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from comity.methods.qca_fit import necessity, share, sufficiency

SHARES = arrays(float, 8, elements=st.floats(0, 1).map(lambda x: round(x, 2)))


def test_crisp_sufficiency_is_a_share_of_cases():
    fit = sufficiency(np.array([1, 1, 1, 0, 0.0]), np.array([1, 1, 0, 1, 0.0]))
    assert (fit.inclusion, fit.pri, fit.coverage) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


def test_crisp_relevance_of_necessity():
    """RoN = sum(1 - x) / sum(1 - min(x, y)), Schneider and Wagemann 2012: 2 of 3 here."""
    fit = necessity(np.array([1, 1, 1, 0, 0.0]), np.array([1, 1, 0, 0, 0.0]))
    assert (fit.inclusion, fit.ron, fit.coverage) == pytest.approx((1, 2 / 3, 2 / 3))


def test_nothing_to_divide_by_is_nan():
    fit = sufficiency(np.zeros(3), np.array([1.0, 0, 1]))
    assert np.isnan(fit.inclusion)
    assert np.isnan(fit.pri)
    assert fit.coverage == 0
    assert np.isnan(share(0, 0))


@given(SHARES, SHARES)
def test_shares_stay_shares_and_pri_never_exceeds_inclusion(member, outcome):
    fit = sufficiency(member, outcome)
    if not np.isnan(fit.pri):
        assert -1e-9 <= fit.pri <= fit.inclusion + 1e-9 <= 1 + 2e-9


@given(SHARES, SHARES)
def test_necessity_is_sufficiency_the_other_way_round(member, outcome):
    if member.sum() and outcome.sum():
        assert necessity(member, outcome).inclusion == pytest.approx(
            sufficiency(outcome, member).inclusion
        )


@given(SHARES)
def test_a_subset_is_perfectly_included(outcome):
    if outcome.sum():
        assert sufficiency(outcome * 0.5, outcome).inclusion == pytest.approx(1)
