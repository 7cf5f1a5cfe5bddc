"""Random streams of resampling: each block of draws depends on the seed and its number only."""

from itertools import product

import numpy as np

from comity.terms.arrays import FloatArray
from comity.terms.errors import InputError

BLOCK = 1024
WEBB = np.array([-np.sqrt(1.5), -1.0, -np.sqrt(0.5), np.sqrt(0.5), 1.0, np.sqrt(1.5)])
KINDS = ("rademacher", "webb")


def stream(seed: int, block: int) -> np.random.Generator:
    """Return the generator of one block of draws."""
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(block,)))


def cluster_signs(draws: int, groups: int, *, kind: str, seed: int) -> tuple[FloatArray, bool]:
    """Weights of the wild bootstrap ``(draws, G)``, and whether they are all that there are.

    With few clusters there are only 2^G Rademacher vectors; where that is no more than ``draws``,
    each is taken once.

    Raises
    ------
    InputError
        If the kind is unknown.
    """
    if kind not in KINDS:
        raise InputError(f"There are no {kind!r} weights; choose one of {', '.join(KINDS)}.")
    if kind == "rademacher" and groups < 30 and 2**groups <= draws:
        return np.array(list(product([1.0, -1.0], repeat=groups))), True
    out = np.empty((draws, groups))
    for block, start in enumerate(range(0, draws, BLOCK)):
        part = out[start : start + BLOCK]
        random = stream(seed, block)
        if kind == "webb":
            part[:] = WEBB[random.integers(0, 6, part.shape, dtype=np.uint8)]
        else:
            part[:] = _signs(random, part.shape[0], groups)
    return out, False


def _signs(random: np.random.Generator, draws: int, groups: int) -> FloatArray:
    width = (groups + 7) // 8
    raw = np.frombuffer(random.bytes(draws * width), dtype=np.uint8).reshape(draws, width)
    bits = np.unpackbits(raw, axis=1, count=groups)
    return np.asarray(1.0 - 2.0 * bits, dtype=np.float64)


def cluster_counts(draws: int, groups: int, *, seed: int) -> FloatArray:
    """How often each cluster is drawn in each resample with replacement ``(draws, G)``."""
    out = np.empty((draws, groups))
    for block, start in enumerate(range(0, draws, BLOCK)):
        part = out[start : start + BLOCK]
        part[:] = stream(seed, block).multinomial(groups, np.full(groups, 1 / groups), len(part))
    return out
