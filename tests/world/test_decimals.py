"""A decimal that a publisher printed comes back as the same double."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from comity.world.decimals import from_decimals, rounded, significant, to_decimals


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 22))
def test_every_decimal_of_fifteen_digits_is_exact(digits, decimals):
    printed = float(f"{digits}e-{decimals}")
    assert rounded(np.array([printed]))[0] == printed


@given(st.integers(-(2**53) + 1, 2**53 - 1))
def test_every_whole_number_below_two_to_the_53_is_exact(number):
    assert rounded(np.array([float(number)]))[0] == number


@given(st.floats(1e-7, 1e20), st.sampled_from([-1, 1]))
def test_any_number_is_kept_to_fifteen_digits_and_rounding_again_changes_nothing(size, sign):
    once = rounded(np.array([size * sign]))
    assert abs(once[0] - size * sign) <= 5e-15 * size
    assert rounded(once)[0] == once[0]


def test_missing_stays_missing_and_empty_stays_empty():
    assert np.isnan(rounded(np.array([np.nan, 1.0]))).tolist() == [True, False]
    assert rounded(np.array([])).shape == (0,)


def test_digits_are_those_on_paper():
    digits, decimals = to_decimals(np.array([0.125, -2.5, 1e6, 1e20, 6.25e-9]))
    assert digits.tolist() == [125, -25, 1_000_000, 1, 625]
    assert decimals.tolist() == [3, 1, 0, -20, 11]
    assert from_decimals(digits, decimals).tolist() == [0.125, -2.5, 1e6, 1e20, 6.25e-9]


def test_significant_digits_are_those_of_printing():
    values = np.array([1 / 3, 2e10 / 3, -0.000123456, np.nan, 0.0, 5.0])
    short = significant(values, 3)
    assert short[[0, 1, 2, 4, 5]].tolist() == [0.333, 6.67e9, -0.000123, 0.0, 5.0]
    assert np.isnan(short[3])
    assert significant(np.array([]), 3).shape == (0,)
