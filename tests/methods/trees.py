"""Small trees and matrices that tests of the engine share."""

import numpy as np

from comity.methods.rank_problem import RankProblem, Variant
from comity.methods.weight_noise import WeightNoise
from comity.terms.hierarchy import Hierarchy, Level


def tree(sizes=(3, 2, 4), seed=0) -> Hierarchy:
    """Two levels: groups of the given sizes, with weights from 1 to 3."""
    rng = np.random.default_rng(seed)
    parent = np.repeat(np.arange(len(sizes)), sizes)
    bottom = Level(
        tuple(f"i{j}" for j in range(len(parent))),
        parent,
        rng.integers(1, 4, len(parent)).astype(float),
    )
    top = Level(
        tuple(f"g{k}" for k in range(len(sizes))),
        np.zeros(len(sizes), dtype=np.int64),
        rng.integers(1, 4, len(sizes)).astype(float),
    )
    return Hierarchy((bottom, top))


def matrix(n=25, columns=9, seed=0, missing=0.0):
    """Scaled values from 1 to 100, some of them missing."""
    rng = np.random.default_rng(seed)
    x = 1 + 99 * rng.random((n, columns))
    x[rng.random(x.shape) < missing] = np.nan
    return x


def problem(x=None, noise=None, means=("arithmetic", "arithmetic"), shape=None) -> RankProblem:
    """A problem in which everything is available."""
    values = matrix() if x is None else x
    shape = shape or tree()
    available = tuple(np.ones((len(values), level.groups), dtype=bool) for level in shape.levels)
    return RankProblem(
        shape,
        (Variant("percentile + arithmetic", values, means),),
        np.array([1.0]),
        noise or WeightNoise("uniform", 0.25),
        available,
    )
