"""Random streams that depend on the seed, what they are for, and the block's number only.

That is what makes a run the same to the bit on one thread, on many, or on a cluster, and what
keeps the weights of a draw unchanged when another source of uncertainty is switched on.
"""

from enum import IntEnum

import numpy as np

#: Draws in one block; a block is always drawn whole, so a longer run begins with a shorter one.
BLOCK = 1024


class Stream(IntEnum):
    """What a stream is for."""

    WEIGHTS = 0
    VARIANT = 1
    ERROR = 2
    MISSING = 3
    BOOTSTRAP = 4
    PERMUTATION = 5


def stream(seed: int, purpose: Stream, block: int) -> np.random.Generator:
    """Open the stream of one block for one purpose."""
    sequence = np.random.SeedSequence(seed, spawn_key=(int(purpose), block))
    return np.random.Generator(np.random.PCG64(sequence))
