"""Numbers as the decimals that publishers print: small to store, and exact to read back.

A value is kept as a whole number of digits and a count of decimals, ``0.125`` as ``(125, 3)``.
Fifteen significant digits, as many as every decimal survives in a double, are kept; a number
with more (the result of a division, say) is rounded to fifteen, and never to more than 22
decimals. Whole numbers below 2**53 are kept as they are.
"""

import numpy as np

from comity.terms.arrays import FloatArray, IntArray

SIGNIFICANT = 15
_WHOLE = 2**53
# Powers of ten up to this one are doubles, so a division by them is rounded once only.
_DECIMALS = 22


def to_decimals(values: FloatArray) -> tuple[IntArray, IntArray]:
    """Digits and decimals of each value ``(n,)``; NaN becomes ``(0, 0)``.

    Returns
    -------
    digits, decimals
        ``value = digits / 10**decimals`` (decimals may be negative), each ``(n,)``.

    Examples
    --------
    >>> to_decimals(np.array([0.125, 1e6, 1 / 3]))
    (array([            125,         1000000, 333333333333333]), array([ 3,  0, 15]))
    """
    known = np.nan_to_num(values, nan=0.0)
    distinct, where = np.unique(known, return_inverse=True)
    pairs = np.array([_split(value) for value in distinct.tolist()], dtype=np.int64)
    if not len(distinct):
        pairs = pairs.reshape(0, 2)
    return pairs[where, 0], pairs[where, 1]


def from_decimals(digits: IntArray, decimals: IntArray) -> FloatArray:
    """Values ``(n,)`` of digits and decimals: the double nearest to each decimal number."""
    number = digits.astype(np.float64)
    powers = np.array([float(f"1e{power}") for power in range(_DECIMALS + 1)])
    down: FloatArray = number / powers[np.clip(decimals, 0, _DECIMALS)]
    if not (decimals < 0).any():
        return down
    large = np.array([float(f"1e{power}") for power in np.clip(-decimals, 0, 308).tolist()])
    back: FloatArray = np.where(decimals < 0, number * large, down)
    return back


def rounded(values: FloatArray) -> FloatArray:
    """Values as they will be read back; NaN stays NaN."""
    back = from_decimals(*to_decimals(values))
    return np.where(np.isnan(values), np.nan, back)


def significant(values: FloatArray, digits: int) -> FloatArray:
    """Values to so many significant digits; NaN stays NaN.

    Examples
    --------
    >>> significant(np.array([1 / 3, 123456.0]), 3).tolist()
    [0.333, 123000.0]
    """
    distinct, where = np.unique(values, return_inverse=True)
    short = np.array([float(f"{value:.{digits - 1}e}") for value in distinct.tolist()])
    return short[where] if len(short) else values


def _split(value: float) -> tuple[int, int]:
    if value.is_integer() and abs(value) < _WHOLE:
        return int(value), 0
    digits, _, power = f"{value:.{SIGNIFICANT - 1}e}".partition("e")
    sign = -1 if digits.startswith("-") else 1
    mantissa = digits.lstrip("-").replace(".", "").rstrip("0")
    decimals = len(mantissa) - 1 - int(power)
    if decimals > _DECIMALS:
        return round(value * float(f"1e{_DECIMALS}")), _DECIMALS
    return sign * int(mantissa), decimals
