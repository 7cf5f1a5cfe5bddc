"""Calibration: from a measured quantity to membership in a set."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from comity.terms.arrays import FloatArray
from comity.terms.errors import InputError


@dataclass(frozen=True, slots=True)
class Anchors:
    """Three values of a quantity that fix a fuzzy set.

    Parameters
    ----------
    out
        Value at which a case is fully out of the set.
    crossover
        Value at which a case is neither in nor out.
    full
        Value at which a case is fully in; below ``out`` where less of the quantity means more
        membership.
    degree
        Membership at ``full``; 1 minus it at ``out``.

    Raises
    ------
    InputError
        If the three do not rise or fall, or the degree is not between 0.5 and 1.
    """

    out: float
    crossover: float
    full: float
    degree: float = 0.95

    def __post_init__(self) -> None:
        rising = self.out < self.crossover < self.full
        falling = self.out > self.crossover > self.full
        if not (rising or falling):
            raise InputError(
                f"The anchors {self.out:g}, {self.crossover:g}, {self.full:g} neither rise nor "
                "fall; give full non-membership, crossover and full membership in that order."
            )
        if not 0.5 < self.degree < 1:
            raise InputError(f"The degree is {self.degree:g}; give a share between 0.5 and 1.")

    def moved(self, share: float) -> "Anchors":
        """Return anchors moved by a share of the distance from ``out`` to ``full``."""
        step = share * abs(self.full - self.out)
        return Anchors(self.out + step, self.crossover + step, self.full + step, self.degree)


def calibrate(values: FloatArray, anchors: Anchors) -> FloatArray:
    """Calibrate by the direct method: a logistic curve through three anchors.

    Parameters
    ----------
    values
        Measured quantity; NaN stays NaN ``(n,)``.
    anchors
        Where the set begins, turns and ends.

    Returns
    -------
    array
        Membership, 0 to 1 ``(n,)``: 0.5 at the crossover and ``degree`` at full membership, with
        the log odds in proportion to the distance on either side.

    References
    ----------
    :cite:p:`ragin2008redesigning`

    Examples
    --------
    >>> import numpy as np
    >>> calibrate(np.array([1.0, 2.0, 4.0]), Anchors(1, 2, 4)).round(2)
    array([0.05, 0.5 , 0.95])
    """
    distance = np.asarray(values, dtype=float) - anchors.crossover
    above = np.sign(distance) == np.sign(anchors.full - anchors.crossover)
    width = np.where(
        above, abs(anchors.full - anchors.crossover), abs(anchors.crossover - anchors.out)
    )
    odds = np.log(anchors.degree / (1 - anchors.degree))
    direction = np.sign(anchors.full - anchors.out)
    scaled = np.clip(direction * distance / width * odds, -500, 500)
    member: FloatArray = 1 / (1 + np.exp(-scaled))
    return member


def crisp(values: FloatArray, threshold: float) -> FloatArray:
    """Calibrate to 1 at the threshold and above, 0 below; NaN stays NaN.

    Examples
    --------
    >>> import numpy as np
    >>> crisp(np.array([1.0, 2.0, 3.0]), 2)
    array([0., 1., 1.])
    """
    raw = np.asarray(values, dtype=float)
    member: FloatArray = np.where(np.isnan(raw), np.nan, (raw >= threshold).astype(float))
    return member


def anchored(
    values: FloatArray, codes: Sequence[float], memberships: Sequence[float]
) -> FloatArray:
    """Calibrate codes with written anchors, such as 0, 1, 2, 3 to 0, 0.33, 0.67, 1.

    Parameters
    ----------
    values
        Codes that coders gave; NaN stays NaN ``(n,)``.
    codes, memberships
        The scale.

    Raises
    ------
    InputError
        If a code is not on the scale, or a membership is outside 0 to 1.
    """
    if len(codes) != len(memberships) or not all(0 <= m <= 1 for m in memberships):
        raise InputError("Give each code one membership from 0 to 1.")
    raw = np.asarray(values, dtype=float)
    member = np.full(raw.shape, np.nan)
    for code, membership in zip(codes, memberships, strict=True):
        member[raw == code] = membership
    stray = ~np.isnan(raw) & np.isnan(member)
    if stray.any():
        raise InputError(
            f"{raw[stray][0]:g} is not on the scale; the codes are "
            f"{', '.join(f'{code:g}' for code in codes)}."
        )
    return member
