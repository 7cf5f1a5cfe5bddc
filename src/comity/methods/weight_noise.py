"""Random weights: how far a user's weights are to be doubted."""

from dataclasses import dataclass

import numpy as np

from comity.terms.arrays import FloatArray
from comity.terms.errors import RecipeError
from comity.terms.hierarchy import Hierarchy, Level

KINDS = ("none", "uniform", "dirichlet", "simplex")


@dataclass(frozen=True, slots=True)
class WeightNoise:
    """How weights vary between draws, at every level of the tree alike.

    Parameters
    ----------
    kind
        ``uniform``: each weight times an independent uniform number in ``[1 - size, 1 + size]``.
        ``dirichlet``: the weights of a group follow a Dirichlet distribution with the given
        weights as their mean and ``size`` as their concentration: each member's parameter is its
        share times ``size`` times the number of members, so that ``size = 1`` with equal weights is
        uniform over the simplex and larger means closer. ``simplex``: uniform over all weights
        that add up to one, whatever the given weights (members of weight zero stay out).
        ``none``: as given.
    size
        As above; not used by ``simplex`` and ``none``.

    Raises
    ------
    RecipeError
        If the kind is unknown or the size is out of range.
    """

    kind: str = "dirichlet"
    size: float = 10.0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise RecipeError(
                f"There is no weight noise {self.kind!r}; choose one of {', '.join(KINDS)}."
            )
        if self.kind == "uniform" and not 0 <= self.size <= 1:
            raise RecipeError(f"Uniform weight noise must lie between 0 and 1, not {self.size:g}.")
        if self.kind == "dirichlet" and not self.size > 0:
            raise RecipeError(f"A Dirichlet concentration must be positive, not {self.size:g}.")


def draw_weights(
    tree: Hierarchy, noise: WeightNoise, draws: int, generator: np.random.Generator
) -> tuple[FloatArray, ...]:
    """Draw weights for every level.

    Returns
    -------
    tuple of FloatArray
        ``(draws, m)`` for each level; not rescaled.
    """
    return tuple(_draw_level(level, noise, draws, generator) for level in tree.levels)


def _draw_level(
    level: Level, noise: WeightNoise, draws: int, generator: np.random.Generator
) -> FloatArray:
    shape = (draws, len(level.names))
    if noise.kind == "none":
        return np.broadcast_to(level.weight, shape)
    if noise.kind == "uniform":
        drawn: FloatArray = generator.random(shape)
        drawn *= 2.0 * noise.size
        drawn += 1.0 - noise.size
        drawn *= level.weight
        return drawn
    shape_parameters = (level.weight > 0).astype(float)
    if noise.kind == "dirichlet":
        members = np.bincount(level.parent, weights=level.weight > 0, minlength=level.groups)
        shape_parameters = level.share() * noise.size * members[level.parent]
    # Independent gamma variables, divided by their group's sum, are Dirichlet.
    gamma = generator.standard_gamma(shape_parameters, shape)
    return _never_all_zero(gamma, level)


def _never_all_zero(drawn: FloatArray, level: Level) -> FloatArray:
    """Guard against a tiny concentration that underflows every member of a group."""
    tiny = np.finfo(float).tiny
    return np.where(level.weight > 0, np.maximum(drawn, tiny), 0.0)
