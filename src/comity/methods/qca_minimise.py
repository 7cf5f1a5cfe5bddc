"""Minimal covers: every smallest set of prime implicants that explains all positive rows.

The search is exact. Implicants that cover the same rows are one pattern until the end, when each
pattern is replaced by each of its implicants, so that ties cost nothing to find.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod

from comity.methods.qca_cover_search import Chart
from comity.methods.qca_primes import Prime
from comity.methods.qca_term import Term

MAX_LISTED = 10_000


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
    groups: dict[int, list[Term]] = {}
    for prime in primes:
        groups.setdefault(prime.covers, []).append(prime.term)
    patterns = tuple(sorted(groups, key=lambda p: (-p.bit_count(), p)))
    kinds = [groups[pattern] for pattern in patterns]
    found = Chart(patterns, rows).smallest_covers()
    every = (choice for cover in found for choice in product(*(kinds[i] for i in cover)))
    listed = [tuple(sorted(c, key=lambda term: term.sort_key)) for c in islice(every, limit)]
    listed.sort(key=lambda model: [term.sort_key for term in model])
    return Covers(tuple(listed), sum(prod(len(kinds[i]) for i in cover) for cover in found))
