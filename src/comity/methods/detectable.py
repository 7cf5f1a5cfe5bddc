"""The smallest association that a design could have detected."""

from scipy.special import stdtrit


def minimum_detectable(
    std_error: float, degrees: float, *, power: float = 0.8, level: float = 0.05
) -> float:
    """Smallest true coefficient that a two-sided test finds with the given power.

    Parameters
    ----------
    std_error
        Standard error of the coefficient; it depends on the design, hardly on the coefficient.
    degrees
        Degrees of freedom of t; infinite for the normal distribution.
    power, level
        Chance of finding it, and level of the test.

    References
    ----------
    :cite:p:`bloom1995`, whose multiplier is 2.8 with many degrees.

    Examples
    --------
    >>> round(minimum_detectable(1.0, 1e9), 2)
    2.8
    """
    finite = min(degrees, 1e12)
    multiplier = stdtrit(finite, 1 - level / 2) + stdtrit(finite, power)
    return float(multiplier * std_error)
