"""Variance-based sensitivity of any function of uncertain inputs, through SALib."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from comity.terms.arrays import FloatArray
from comity.terms.errors import InputError


@dataclass(frozen=True, slots=True, eq=False)
class SobolIndices:
    """First-order and total indices of groups of inputs for several outputs.

    Parameters
    ----------
    groups
        Names ``(g,)``.
    first, total
        Share of each output's variance ``(outputs, g)``; NaN where the output does not vary.
        Estimates may lie slightly outside 0-1.
    first_confidence, total_confidence
        Half width of the 95 % bootstrap interval, same shape.
    evaluations
        How often the function was evaluated.
    """

    groups: tuple[str, ...]
    first: FloatArray
    total: FloatArray
    first_confidence: FloatArray
    total_confidence: FloatArray
    evaluations: int


def sobol_indices(
    function: Callable[[FloatArray], FloatArray],
    inputs: Sequence[tuple[str, str]],
    *,
    samples: int,
    seed: int,
) -> SobolIndices:
    """Estimate Saltelli's first-order and total indices.

    Parameters
    ----------
    function
        Takes uniform numbers on 0-1 ``(rows, inputs)`` and returns ``(rows, outputs)``.
    inputs
        Name and group of every input.
    samples
        Base sample, a power of two; the function is evaluated ``samples * (groups + 2)`` times.
    seed
        Of the scrambled Sobol' sequence and of the bootstrap.

    References
    ----------
    :cite:p:`saltelli2010variance`, :cite:p:`herman2017salib`
    """
    if samples < 2 or samples & (samples - 1):
        raise InputError(f"The base sample must be a power of two, not {samples}.")
    from SALib.analyze import sobol as analyse
    from SALib.sample import sobol as sample

    names, groups = zip(*inputs, strict=True)
    problem = {
        "num_vars": len(names),
        "names": list(names),
        "groups": list(groups),
        "bounds": [[0.0, 1.0]] * len(names),
    }
    points = sample.sample(problem, samples, calc_second_order=False, seed=seed)
    outputs = function(points)
    labels = tuple(dict.fromkeys(groups))
    shape = (outputs.shape[1], len(labels))
    parts = {key: np.full(shape, np.nan) for key in ("S1", "ST", "S1_conf", "ST_conf")}
    for column in range(outputs.shape[1]):
        y = outputs[:, column]
        if np.ptp(y) == 0:
            continue
        found = analyse.analyze(problem, y, calc_second_order=False, seed=seed)
        for key, array in parts.items():
            array[column] = found[key]
    return SobolIndices(
        labels, parts["S1"], parts["ST"], parts["S1_conf"], parts["ST_conf"], len(points)
    )
