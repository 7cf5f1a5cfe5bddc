"""The probability that one partner outranks another, for every pair of a year."""

import numpy as np

from comity.terms.arrays import FloatArray
from comity_web.assess.scored import DRAWS, SEED, scores_of
from comity_web.site.computed import computed


def outranks(year: int) -> tuple[dict[str, int], FloatArray]:
    """Return places of the scored partners, and the probabilities ``(n, n)``: row above column.

    Ties count half. The draws themselves are large and are not kept.
    """
    scores = scores_of(year)
    key = ("outranks", scores.model.digest, scores.provenance.data, year, DRAWS, SEED)

    def make() -> tuple[dict[str, int], FloatArray]:
        drawn = scores.rank_intervals(draws=DRAWS, seed=SEED, keep=True)
        return {p: i for i, p in enumerate(drawn.partners)}, _pairs(drawn.draws.scores)

    return computed(key, make)


def _pairs(drawn: FloatArray | None) -> FloatArray:
    if drawn is None:
        raise AssertionError("The draws were asked for and not kept.")
    count = drawn.shape[1]
    table = np.empty((count, count))
    for i in range(count):
        mine = drawn[:, i : i + 1]
        table[i] = (mine > drawn).mean(axis=0) + 0.5 * (mine == drawn).mean(axis=0)
    return table
