"""How well one set goes with another: inclusion, PRI, coverage, relevance."""

from dataclasses import dataclass

import numpy as np

from comity.terms.arrays import FloatArray


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """Fit of a set as a subset of the outcome; NaN where nothing can be divided.

    Parameters
    ----------
    inclusion
        Share of the set that lies in the outcome.
    pri
        The same without what lies in the outcome and in its negation at once.
    coverage
        Share of the outcome that the set accounts for.
    """

    inclusion: float
    pri: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Necessity:
    """Fit of a set as a superset of the outcome.

    Parameters
    ----------
    inclusion
        Share of the outcome that lies in the set.
    ron
        Relevance of necessity: near 0 where the set is nearly always there.
    coverage
        Share of the set that lies in the outcome.
    """

    inclusion: float
    ron: float
    coverage: float


def sufficiency(member: FloatArray, outcome: FloatArray) -> Sufficiency:
    """Compute inclusion, PRI and coverage of a sufficient set.

    Parameters
    ----------
    member
        Membership of each case in the set ``(n,)``.
    outcome
        Membership of each case in the outcome ``(n,)``.

    References
    ----------
    :cite:p:`ragin2008redesigning`

    Examples
    --------
    >>> import numpy as np
    >>> sufficiency(np.array([1.0, 1.0, 0.0]), np.array([1.0, 0.0, 1.0]))
    Sufficiency(inclusion=0.5, pri=0.5, coverage=0.5)
    """
    both = np.minimum(member, outcome)
    torn = np.minimum(both, 1 - outcome).sum()
    inside, size = both.sum(), member.sum()
    return Sufficiency(
        share(inside, size), share(inside - torn, size - torn), share(inside, outcome.sum())
    )


def necessity(member: FloatArray, outcome: FloatArray) -> Necessity:
    """Compute inclusion, relevance and coverage of a necessary set.

    Parameters
    ----------
    member
        Membership of each case in the set ``(n,)``.
    outcome
        Membership of each case in the outcome ``(n,)``.

    References
    ----------
    :cite:p:`schneider2012set`
    """
    both = np.minimum(member, outcome)
    return Necessity(
        share(both.sum(), outcome.sum()),
        share((1 - member).sum(), (1 - both).sum()),
        share(both.sum(), member.sum()),
    )


def share(part: float, whole: float) -> float:
    """Divide, or NaN where there is nothing to divide by."""
    return float(part / whole) if whole > 1e-12 else float("nan")
