"""How a coefficient changes with a moderator: its size and error at given values."""

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr, stdtrit

from comity.terms.arrays import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Marginal:
    """The treatment's coefficient at values of the moderator, each array ``(m,)``.

    Parameters
    ----------
    values
        Values of the moderator.
    estimate, std_error, p_value, low, high
        ``b + d * value`` with its 95 % interval, each value by itself.
    """

    values: FloatArray
    estimate: FloatArray
    std_error: FloatArray
    p_value: FloatArray
    low: FloatArray
    high: FloatArray


def marginal_at(
    beta: FloatArray, covariance: FloatArray, values: FloatArray, *, degrees: float
) -> Marginal:
    """Size of a treatment's coefficient where the moderator takes given values.

    Parameters
    ----------
    beta, covariance
        Coefficients of the treatment and of treatment times moderator ``(2,)``, and their
        covariance ``(2, 2)``.
    values
        Values of the moderator ``(m,)``; keep within its range in the sample.
    degrees
        Degrees of freedom for t.

    References
    ----------
    :cite:p:`brambor2006`.

    Examples
    --------
    >>> import numpy as np
    >>> marginal_at(np.array([1.0, 0.5]), np.eye(2), np.array([0.0, 2.0]), degrees=30).estimate
    array([1., 2.])
    """
    values = np.asarray(values, dtype=float)
    weights = np.column_stack([np.ones_like(values), values])
    estimate = weights @ beta
    error = np.sqrt(np.einsum("mi,ij,mj->m", weights, covariance, weights))
    reach = stdtrit(min(degrees, 1e12), 0.975) * error
    p = 2 * stdtr(min(degrees, 1e12), -np.abs(estimate / error))
    return Marginal(values, estimate, error, p, estimate - reach, estimate + reach)
