"""A composite score taken apart into contributions that add up exactly."""

from dataclasses import dataclass

import numpy as np

from comity.methods.means import forward, inverse
from comity.terms.arrays import BoolArray, FloatArray
from comity.terms.hierarchy import Hierarchy


@dataclass(frozen=True, slots=True, eq=False)
class Contributions:
    """``baseline`` plus the sum of ``contribution`` is the score.

    Parameters
    ----------
    baseline
        Score at the reference values of the observed indicators.
    contribution
        Points of each indicator ``(J,)``; zero where missing.
    weight
        Share that each indicator carries, adding up to one ``(J,)``; zero where missing.
    """

    baseline: float
    contribution: FloatArray
    weight: FloatArray


def decompose(
    scaled: FloatArray,
    reference: FloatArray,
    tree: Hierarchy,
    means: tuple[str, ...],
    *,
    usable: BoolArray,
) -> Contributions:
    """Split the difference between a unit and a reference among two levels of indicators.

    Parameters
    ----------
    scaled, reference
        Scaled values of the unit and of the reference ``(J,)``; NaN is left out in both.
    tree
        Two levels.
    means
        Mean within groups and of groups. A mean over the worst member gives the whole difference
        to the member that binds for the unit.
    usable
        Groups whose score enters the index ``(K,)``.

    References
    ----------
    :cite:p:`ang2005lmdi` for the logarithmic-mean weights.
    """
    bottom, top = tree.levels
    seen = ~np.isnan(scaled) & ~np.isnan(reference) & (bottom.weight > 0)
    mine, theirs = np.full(len(usable), np.nan), np.full(len(usable), np.nan)
    within = np.zeros(len(scaled))
    weight = np.zeros(len(scaled))
    for group in np.flatnonzero(usable):
        members = [j for j in bottom.members(int(group)) if seen[j]]
        if not members:
            continue
        share = bottom.weight[members] / bottom.weight[members].sum()
        mine[group], theirs[group], parts, share = _split(
            scaled[members], reference[members], share, means[0]
        )
        within[members], weight[members] = parts, share
    groups = np.flatnonzero(~np.isnan(mine) & (top.weight > 0))
    share = top.weight[groups] / top.weight[groups].sum()
    _, baseline, parts, share = _split(mine[groups], theirs[groups], share, means[1])
    return _join(
        tree,
        groups,
        share=share,
        parts=parts,
        within=within,
        weight=weight,
        difference=mine - theirs,
        baseline=baseline,
        worst=means[1] == "worst",
    )


def _join(
    tree: Hierarchy,
    groups: np.typing.NDArray[np.intp],
    *,
    share: FloatArray,
    parts: FloatArray,
    within: FloatArray,
    weight: FloatArray,
    difference: FloatArray,
    baseline: float,
    worst: bool,
) -> Contributions:
    """Hand each group's contribution down to its members in proportion to theirs.

    The binding group of a worst-group index has a contribution that need not have the sign of its
    own difference, so it is shared by weight.
    """
    contribution, carried = np.zeros(len(within)), np.zeros(len(within))
    for place, group in enumerate(groups):
        members = tree.levels[0].members(int(group))
        carried[members] = weight[members] * share[place]
        if worst:
            contribution[members] = weight[members] * parts[place]
            continue
        factor = parts[place] / difference[group] if difference[group] != 0 else share[place]
        contribution[members] = within[members] * factor
    return Contributions(float(baseline), contribution, carried)


def _split(
    x: FloatArray, r: FloatArray, share: FloatArray, mean: str
) -> tuple[float, float, FloatArray, FloatArray]:
    """Both means, contributions that add up to their difference, and the shares that count."""
    if mean == "worst":
        binding = int(np.argmin(x))
        parts = np.zeros(len(x))
        parts[binding] = x[binding] - r.min()
        only = np.zeros(len(x))
        only[binding] = 1.0
        return float(x.min()), float(r.min()), parts, only
    y, z = forward(x, mean), forward(r, mean)
    up, down = float(share @ y), float(share @ z)
    score, reference = float(inverse(np.array(up), mean)), float(inverse(np.array(down), mean))
    # The slope that turns differences on the arithmetic scale into points; its limit at equality
    # is the derivative of the inverse, and then all parts matter only through their sum, zero.
    slope = (score - reference) / (up - down) if up != down else _derivative(down, mean)
    return score, reference, share * (y - z) * slope, share


def _derivative(at: float, mean: str) -> float:
    if mean == "geometric":
        return float(np.exp(at))
    return -1.0 / at**2 if mean == "harmonic" else 1.0
