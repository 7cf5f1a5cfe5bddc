"""Values that differ between draws: measurement error and stand-ins for missing values."""

from dataclasses import dataclass

import numpy as np

from comity.methods.draw_scores import Perturbed
from comity.methods.rank_problem import RankProblem, Variant
from comity.methods.streams import BLOCK, Stream, stream
from comity.methods.transform import transform
from comity.terms.arrays import FloatArray, IntArray


@dataclass(frozen=True, slots=True, eq=False)
class BlockNoise:
    """What is random about the values of one block, before any scaling.

    It is the same for every variant, so that variants are compared on the same perturbed data.

    Parameters
    ----------
    columns
        Perturbed columns, transformed and turned, by position ``(BLOCK, n)``.
    donors
        For every missing cell its row, its column and the row of the donor in each draw
        ``(BLOCK,)``.
    """

    columns: dict[int, FloatArray]
    donors: tuple[tuple[int, int, IntArray], ...]

    def scaled(self, variant: Variant, rows: IntArray) -> Perturbed:
        """Scale the values of some draws of the block in one variant."""
        columns = {
            j: variant.scalers[j].within_range(values[rows]) for j, values in self.columns.items()
        }
        cells = []
        for row, j, chosen in self.donors:
            if j in columns:
                column = columns[j]
                column[:, row] = column[np.arange(len(rows)), chosen[rows]]
            else:
                cells.append((row, j, variant.scaled[chosen[rows], j]))
        return Perturbed(columns, cells)


def block_noise(problem: RankProblem, seed: int, block: int) -> BlockNoise | None:
    """Draw the perturbations of one block; None where values do not vary."""
    if problem.errors is None and problem.donors is None:
        return None
    return BlockNoise(_errors(problem, seed, block), _donors(problem, seed, block))


def _errors(problem: RankProblem, seed: int, block: int) -> dict[int, FloatArray]:
    errors = problem.errors
    if errors is None:
        return {}
    generator = stream(seed, Stream.ERROR, block)
    columns = {}
    for position, j in enumerate(errors.columns):
        noise = generator.standard_normal((BLOCK, len(errors.value)))
        noise *= np.nan_to_num(errors.error[:, position])
        noise += errors.value[:, position]
        turned = transform(noise, errors.transforms[position])
        columns[int(j)] = turned * errors.signs[position]
    return columns


def _donors(problem: RankProblem, seed: int, block: int) -> tuple[tuple[int, int, IntArray], ...]:
    donors = problem.donors
    if donors is None:
        return ()
    generator = stream(seed, Stream.MISSING, block)
    picks = generator.random((len(donors.cells), BLOCK))
    picks *= donors.count[:, None]
    chosen = donors.rows[donors.start[:, None] + picks.astype(np.int64)]
    return tuple(
        (int(row), int(j), mine) for (row, j), mine in zip(donors.cells, chosen, strict=True)
    )
