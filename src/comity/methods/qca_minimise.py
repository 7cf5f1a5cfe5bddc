"""Minimal covers: every smallest set of prime implicants that explains all positive rows.

The search is exact. Implicants that cover the same rows are one pattern until the end, when each
pattern is replaced by each of its implicants, so that ties cost nothing to find.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice, product
from math import prod
from operator import or_

from comity.methods.qca_primes import Prime
from comity.methods.qca_term import Term
from comity.terms.errors import InputError

MAX_LISTED = 10_000
_MAX_PATTERNS = 500_000


@dataclass(frozen=True, slots=True)
class Covers:
    """Every tied minimal model.

    Parameters
    ----------
    models
        Terms of each model; models in the order of their terms.
    tied
        How many there are; more than ``models`` only beyond the number asked for.
    """

    models: tuple[tuple[Term, ...], ...]
    tied: int


def minimal_covers(primes: Sequence[Prime], rows: int, *, limit: int = MAX_LISTED) -> Covers:
    """Find every model with the fewest prime implicants.

    Parameters
    ----------
    primes
        Prime implicants with the rows that they cover.
    rows
        How many positive rows there are.
    limit
        How many models to list; all are counted.

    Raises
    ------
    InputError
        If some row is covered by no implicant, or so many models tie that they cannot be counted.
    """
    everything = (1 << rows) - 1
    groups: dict[int, list[Term]] = {}
    for prime in primes:
        groups.setdefault(prime.covers, []).append(prime.term)
    patterns = sorted(groups, key=lambda p: (-p.bit_count(), p))
    if reduce(or_, patterns, 0) != everything:
        raise InputError("A positive row is covered by no term; this table cannot be minimised.")
    size = _least(_maximal(patterns), everything)
    found = list(islice(_within(patterns, everything, size), _MAX_PATTERNS))
    if len(found) == _MAX_PATTERNS:
        raise InputError(
            f"More than {_MAX_PATTERNS:,} models tie; choose fewer conditions, or a solution that "
            "uses fewer unseen combinations."
        )
    every = (choice for cover in found for choice in product(*(groups[p] for p in cover)))
    listed = [tuple(sorted(c, key=lambda term: term.sort_key)) for c in islice(every, limit)]
    listed.sort(key=lambda model: [term.sort_key for term in model])
    return Covers(tuple(listed), sum(prod(len(groups[p]) for p in cover) for cover in found))


def _maximal(patterns: Sequence[int]) -> list[int]:
    """Patterns that are part of no other; enough to find how few will do."""
    kept: list[int] = []
    for pattern in patterns:  # widest first, so a container is always already kept
        if not any(pattern & ~other == 0 for other in kept):
            kept.append(pattern)
    return kept


def _least(patterns: Sequence[int], rows: int) -> int:
    size = _apart(patterns, rows)
    while next(_within(patterns, rows, size), None) is None:
        size += 1
    return size


def _within(patterns: Sequence[int], rows: int, size: int) -> Iterator[tuple[int, ...]]:
    """Yield each cover of the rows by at most ``size`` patterns, none of them idle, once."""
    if not rows:
        yield ()
        return
    if size == 1:
        yield from ((p,) for p in patterns if rows & ~p == 0)
        return
    if not patterns or _apart(patterns, rows) > size:
        return
    row = _scarcest(patterns, rows)
    choices = [p for p in patterns if p & row]
    rest = [p for p in patterns if not p & row]
    for i, chosen in enumerate(choices):
        left = rows & ~chosen
        # Covers with an earlier choice have all been seen, so those choices are closed.
        open_ = [p for p in (*choices[i + 1 :], *rest) if p & left]
        for cover in _within(open_, left, size - 1):
            yield (chosen, *cover)


def _scarcest(patterns: Sequence[int], rows: int) -> int:
    """Row (as one bit) that the fewest patterns cover."""
    return min(_bits(rows), key=lambda bit: sum(1 for p in patterns if p & bit))


def _apart(patterns: Sequence[int], rows: int) -> int:
    """How few patterns could do at best: rows of which no two share a pattern, or a head count."""
    widest = max((p & rows).bit_count() for p in patterns)
    if not widest:
        return rows.bit_count() + len(patterns) + 1
    needed = -(-rows.bit_count() // widest)
    left, apart = rows, 0
    while left:
        bit = left & -left
        apart += 1
        left &= ~(bit | reduce(or_, (p for p in patterns if p & bit), 0))
    return max(needed, apart)


def _bits(rows: int) -> Iterator[int]:
    while rows:
        yield rows & -rows
        rows &= rows - 1
