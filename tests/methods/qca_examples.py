"""Cases that several test files use."""

import csv
from collections.abc import Sequence

import numpy as np

from comity.methods.qca_cases import Cases
from tests.conftest import ROOT

REFERENCE = ROOT / "tests" / "reference" / "qca"


def reference_cases(name: str) -> Cases:
    """Cases of ``tests/reference/qca``: names first, outcome last."""
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8") as stream:
        header, *rows = csv.reader(stream)
    values = np.array([[float(cell) for cell in row[1:]] for row in rows])
    names = tuple(row[0] for row in rows)
    return Cases(names, tuple(header[1:-1]), values[:, :-1], header[-1], values[:, -1])


def crisp_cases(
    rows: Sequence[str], conditions: str = "ABCDEFGH", clusters: Sequence[str] = ()
) -> Cases:
    """Cases written as ``"101 1"``: conditions, then the outcome."""
    sets = np.array([[float(c) for c in row.split()[0]] for row in rows])
    return Cases(
        names=tuple(f"c{i}" for i in range(len(rows))),
        conditions=tuple(conditions[: sets.shape[1]]),
        sets=sets,
        outcome="Z",
        member=np.array([float(row.split()[1]) for row in rows]),
        clusters=tuple(clusters),
    )


def brute_force(positive: set[int], forbidden: set[int], k: int) -> set[frozenset[str]]:
    """Every smallest model, by trying all terms and all sets of terms."""
    from itertools import combinations

    from comity.methods.qca_term import Term

    terms = [
        Term(care, value) for care in range(1 << k) for value in range(1 << k) if value & ~care == 0
    ]
    good = [t for t in terms if not any(t.covers(row) for row in forbidden)]
    primes = [
        t
        for t in good
        if any(t.covers(row) for row in positive)
        and not any(
            o != t and t.care & o.care == o.care and t.value & o.care == o.value for o in good
        )
    ]
    names = "ABCDEFGH"[:k]
    for size in range(1, len(positive) + 1):
        found = {
            frozenset(t.text(names) for t in chosen)
            for chosen in combinations(primes, size)
            if all(any(t.covers(row) for t in chosen) for row in positive)
        }
        if found:
            return found
    return set()
