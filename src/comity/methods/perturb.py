"""Columns that differ between draws: measurement error and stand-ins for missing values."""

import numpy as np

from comity.methods.rank_problem import Donors, MeasurementError, RankProblem, Variant
from comity.methods.streams import BLOCK, Stream, stream
from comity.methods.transform import transform
from comity.terms.arrays import FloatArray


def perturbed_columns(
    problem: RankProblem, variant: Variant, seed: int, block: int
) -> dict[int, FloatArray]:
    """Columns of one block that differ between its draws, scaled, by position ``(BLOCK, n)``.

    The random numbers are the same for every variant, so that variants are compared on the same
    perturbed data.
    """
    columns: dict[int, FloatArray] = {}
    if problem.errors is not None:
        columns.update(_with_errors(problem.errors, variant, seed, block))
    if problem.donors is not None:
        _fill_missing(columns, problem.donors, variant, seed, block)
    return columns


def _with_errors(
    errors: MeasurementError, variant: Variant, seed: int, block: int
) -> dict[int, FloatArray]:
    generator = stream(seed, Stream.ERROR, block)
    columns = {}
    n = len(errors.value)
    for position, j in enumerate(errors.columns):
        noise = generator.standard_normal((BLOCK, n))
        noise *= np.nan_to_num(errors.error[:, position])
        noise += errors.value[:, position]
        turned = transform(noise, errors.transforms[position]) * errors.signs[position]
        columns[int(j)] = variant.scalers[int(j)](turned)
    return columns


def _fill_missing(
    columns: dict[int, FloatArray], donors: Donors, variant: Variant, seed: int, block: int
) -> None:
    """Give every missing cell the scaled value of a donor drawn at random."""
    generator = stream(seed, Stream.MISSING, block)
    n = len(variant.scaled)
    for cell, (row, j) in enumerate(donors.cells):
        pick = generator.integers(donors.count[cell], size=BLOCK)
        chosen = donors.rows[donors.start[cell] + pick]
        column = columns.get(int(j))
        if column is None:
            column = np.broadcast_to(variant.scaled[:, j], (BLOCK, n)).copy()
            columns[int(j)] = column
        column[:, row] = column[np.arange(BLOCK), chosen]
