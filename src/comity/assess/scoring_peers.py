"""Peers: partners of the same World Bank region and income group, who may stand in for one another."""

import numpy as np

from comity.terms.arrays import BoolArray, FloatArray
from comity.world.groupings import groupings

#: Fewer observed peers than this say nothing; a Comity default.
LEAST_PEERS = 3

#: Families of groupings that make peers, as the groupings' own files name them.
FAMILIES = ("World Bank regions", "World Bank income groups")


def fill_from_peers(scaled: FloatArray, partners: tuple[str, ...], year: int) -> BoolArray:
    """Fill missing cells with the median of the partner's region and income group, in place.

    A group with fewer than three observed members gives way to the region, and a region to none:
    the cell then stays missing.

    Returns
    -------
    BoolArray
        Which cells were filled ``(n, J)``.
    """
    filled = np.zeros(scaled.shape, dtype=bool)
    missing = np.isnan(scaled)
    original = scaled.copy()
    for peers in peer_groups(partners, year):
        for row, members in enumerate(peers):
            open_cells = missing[row] & ~filled[row]
            if not open_cells.any() or len(members) < LEAST_PEERS:
                continue
            columns = np.flatnonzero(open_cells)
            sample = original[members][:, columns]
            enough = (~np.isnan(sample)).sum(axis=0) >= LEAST_PEERS
            if enough.any():
                use = columns[enough]
                scaled[row, use] = np.nanmedian(sample[:, enough], axis=0)
                filled[row, use] = True
    return filled


def peer_groups(partners: tuple[str, ...], year: int) -> tuple[list[list[int]], list[list[int]]]:
    """Rows of each partner's peers: same World Bank region and income, then same region."""
    book = groupings()
    kinds = []
    for family in FAMILIES:
        names = {one.name for one in book if one.family == family}
        kinds.append([tuple(g for g in book.of(p, year) if g in names) for p in partners])
    both = [(a, b) for a, b in zip(*kinds, strict=True)]
    fine = [[i for i, k in enumerate(both) if k == mine and all(k)] for mine in both]
    broad = [[i for i, k in enumerate(kinds[0]) if k == mine and k] for mine in kinds[0]]
    return fine, broad
