"""Prime implicants: the shortest terms that hold for a positive row and for no forbidden one.

For one positive row, a term is a choice of conditions whose values it keeps. The choice is bad if
some forbidden row agrees with the positive row on all of them; every part of a bad choice is bad
too. So bad choices are marked once for each forbidden row, the marks are pushed down to all parts
with one pass for each condition, and a prime implicant is a choice that is good while everything
one condition shorter is bad. Sixty-four positive rows share the passes, one bit for each.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from comity.methods.qca_term import Term
from comity.terms.arrays import IntArray

_LANES = 64


@dataclass(frozen=True, slots=True)
class Prime:
    """A prime implicant and the positive rows that it covers.

    Parameters
    ----------
    term
        The implicant.
    covers
        One bit for each positive row; bit 0 is the first.
    """

    term: Term
    covers: int


def prime_implicants(
    positive: Sequence[int], forbidden: IntArray, conditions: int
) -> tuple[Prime, ...]:
    """Find every prime implicant that covers at least one positive row.

    Parameters
    ----------
    positive
        Combinations to explain, as bits, each once.
    forbidden
        Combinations that no term may cover, each once ``(m,)``.
    conditions
        How many conditions there are.

    Returns
    -------
    tuple of Prime
        Short terms first, then in the order of the conditions.

    References
    ----------
    :cite:p:`quine1952problem`

    Examples
    --------
    >>> import numpy as np
    >>> [p.term.text("AB") for p in prime_implicants([3], np.array([0]), 2)]
    ['A', 'B']
    """
    covers: dict[Term, int] = {}
    for start in range(0, len(positive), _LANES):
        lane = positive[start : start + _LANES]
        chosen, marks = _minimal_choices(np.array(lane, dtype=np.int64), forbidden, conditions)
        for i, row in enumerate(lane):
            for care in chosen[(marks >> np.uint64(i)) & np.uint64(1) == 1].tolist():
                term = Term(care, row & care)
                covers[term] = covers.get(term, 0) | 1 << (start + i)
    return tuple(
        Prime(term, covers[term]) for term in sorted(covers, key=lambda term: term.sort_key)
    )


def _minimal_choices(
    rows: IntArray, forbidden: IntArray, conditions: int
) -> tuple[IntArray, np.ndarray[tuple[int], np.dtype[np.uint64]]]:
    """Choices of conditions that are minimal for some row, and for which rows (bits)."""
    everything = (1 << conditions) - 1
    bad = np.zeros(1 << conditions, dtype=np.uint64)
    for i, row in enumerate(rows.tolist()):
        # One forbidden row marks one choice, so no index repeats and |= is safe.
        bad[everything & ~(row ^ forbidden)] |= np.uint64(1 << i)
    for bit in range(conditions):
        halves = bad.reshape(-1, 2, 1 << bit)
        halves[:, 0] |= halves[:, 1]
    minimal = ~bad
    for bit in range(conditions):
        minimal.reshape(-1, 2, 1 << bit)[:, 1] &= bad.reshape(-1, 2, 1 << bit)[:, 0]
    lanes = np.uint64((1 << len(rows)) - 1)
    minimal &= lanes
    chosen = np.flatnonzero(minimal).astype(np.int64)
    return chosen, minimal[chosen]
