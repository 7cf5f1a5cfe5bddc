"""The rank-uncertainty engine: how ranks move when what is uncertain is drawn at random.

Draws come in blocks of :data:`~comity.methods.streams.BLOCK`. A block's random numbers depend on
the seed and the block's number only, and blocks are added up in order, so the answer is the same
to the bit on one thread, many threads or a cluster, and a longer run begins with a shorter one.
Memory does not grow with the number of draws.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from comity.methods.blocks import run_blocks
from comity.methods.draw_scores import score_draws
from comity.methods.perturb import BlockNoise, block_noise
from comity.methods.rank_problem import RankProblem
from comity.methods.rank_statistics import count_outranks
from comity.methods.ranks import count_ranks, ranks_of_draws
from comity.methods.streams import BLOCK, Stream, stream
from comity.methods.weight_noise import draw_weights
from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import InputError

# Draws evaluated together when values differ between draws: bounds memory, changes no number.
_SLICE = 256


@dataclass(frozen=True, slots=True, eq=False)
class BlockResult:
    """What one block adds.

    Parameters
    ----------
    counts
        How often each unit takes each rank ``(n, n)``.
    total, squares
        Sums of scores and of squared scores ``(n,)``.
    variants
        How often each variant was drawn ``(v,)``.
    outranks
        Draws in which the first of each pair scores higher ``(p,)``, ties as a half.
    scores, ranks
        Every draw ``(draws, n)``, if they were asked for.
    """

    counts: IntArray
    total: FloatArray
    squares: FloatArray
    variants: IntArray
    outranks: FloatArray
    scores: FloatArray | None = None
    ranks: IntArray | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Draw:
    """Everything random about one draw, so that it can be replayed.

    Parameters
    ----------
    number
        Counted from zero.
    variant
        Position of the variant.
    weights
        Weights of each level, not rescaled.
    columns
        Perturbed columns by position, each ``(n,)``, scaled.
    cells
        Stand-ins for missing cells: row, column and scaled value.
    scores
        Score of each unit ``(n,)``.
    """

    number: int
    variant: int
    weights: tuple[FloatArray, ...]
    columns: dict[int, FloatArray]
    cells: tuple[tuple[int, int, float], ...]
    scores: FloatArray


def draw_block(
    problem: RankProblem, seed: int, block: int, first: int = BLOCK
) -> tuple[IntArray, tuple[FloatArray, ...], FloatArray]:
    """Variants ``(BLOCK,)``, weights ``(BLOCK, m)`` by level and scores ``(first, n)`` of a block.

    Everything random is drawn for the whole block, whatever is scored of it, so that draw 17 is the
    same draw in a run of any length.
    """
    weights = draw_weights(problem.tree, problem.noise, BLOCK, stream(seed, Stream.WEIGHTS, block))
    variants = _draw_variants(problem, seed, block)
    noise = block_noise(problem, seed, block)
    if noise is None and len(problem.variants) == 1:
        scored = tuple(level[:first] for level in weights)
        return variants, weights, _score(problem, 0, scored, None, None)
    scores = np.empty((first, problem.size))
    for number in range(len(problem.variants)):
        mine = np.flatnonzero(variants[:first] == number)
        for rows in np.split(mine, range(_SLICE, len(mine), _SLICE)):
            if len(rows):
                scores[rows] = _score(problem, number, weights, noise, rows)
    return variants, weights, scores


def _score(
    problem: RankProblem,
    number: int,
    weights: tuple[FloatArray, ...],
    noise: BlockNoise | None,
    rows: IntArray | None,
) -> FloatArray:
    """Score some draws of a block, or all of them, in one variant."""
    variant = problem.variants[number]
    return score_draws(
        variant.scaled,
        problem.tree,
        weights if rows is None else tuple(w[rows] for w in weights),
        variant.means,
        available=problem.available,
        perturbed=noise.scaled(variant, rows) if noise is not None and rows is not None else None,
    )


def _draw_variants(problem: RankProblem, seed: int, block: int) -> IntArray:
    if len(problem.variants) == 1:
        return np.zeros(BLOCK, dtype=np.int64)
    generator = stream(seed, Stream.VARIANT, block)
    edges = np.cumsum(problem.probability)[:-1]
    return np.searchsorted(edges, generator.random(BLOCK), side="right").astype(np.int64)


def evaluate_block(
    block: int,
    *,
    problem: RankProblem,
    seed: int,
    draws: int,
    keep: bool,
    pairs: Sequence[tuple[int, int]] = (),
) -> BlockResult:
    """Evaluate one block of a run of ``draws`` draws; the last block may be cut short."""
    size = min(BLOCK, draws - block * BLOCK)
    variants, _, scores = draw_block(problem, seed, block, size)
    variants = variants[:size]
    return BlockResult(
        counts=count_ranks(scores),
        total=scores.sum(axis=0),
        squares=np.einsum("dn,dn->n", scores, scores),
        variants=np.bincount(variants, minlength=len(problem.variants)).astype(np.int64),
        outranks=count_outranks(scores, pairs),
        scores=scores if keep else None,
        ranks=ranks_of_draws(scores) if keep else None,
    )


@dataclass(frozen=True, slots=True, eq=False)
class RankDraws:
    """Ranks over all draws.

    Parameters
    ----------
    draws, seed
        How many, and from which seed.
    counts
        How often each unit takes each rank ``(n, n)``: row unit, column rank minus one.
    score_mean, score_sd
        Of each unit's score over the draws ``(n,)``.
    variants
        How often each variant was drawn ``(v,)``.
    outranks
        Draws in which the first of each pair scores higher ``(p,)``, ties as a half.
    scores, ranks
        Every draw ``(draws, n)`` if kept, else None.
    """

    draws: int
    seed: int
    counts: IntArray
    score_mean: FloatArray
    score_sd: FloatArray
    variants: IntArray
    outranks: FloatArray
    scores: FloatArray | None
    ranks: IntArray | None


def run(
    problem: RankProblem,
    *,
    draws: int,
    seed: int,
    threads: int = 2,
    scheduler: str | None = None,
    keep: bool = False,
    pairs: Sequence[tuple[int, int]] = (),
    progress: Callable[[int], None] | None = None,
) -> RankDraws:
    """Draw, score, rank and count.

    Parameters
    ----------
    problem
        What is ranked and what is uncertain.
    draws, seed
        Number of draws (at least 1) and the seed (0 or more).
    threads, scheduler
        Where the blocks run; the answer is the same.
    keep
        Keep every draw's scores and ranks: memory then grows with the draws.
    pairs
        Units to compare one with another.
    progress
        Called with the number of draws done after each block.

    Raises
    ------
    InputError
        If ``draws`` or ``seed`` is out of range.

    References
    ----------
    :cite:p:`saisana2005uncertainty`
    """
    if draws < 1:
        raise InputError(f"The number of draws must be at least 1, not {draws}.")
    if seed < 0:
        raise InputError(f"The seed must be zero or a positive whole number, not {seed}.")
    n = problem.size
    counts = np.zeros((n, n), dtype=np.int64)
    total, squares = np.zeros(n), np.zeros(n)
    variants = np.zeros(len(problem.variants), dtype=np.int64)
    outranks = np.zeros(len(pairs))
    kept: list[BlockResult] = []
    work = partial(
        evaluate_block, problem=problem, seed=seed, draws=draws, keep=keep, pairs=tuple(pairs)
    )
    done = 0
    blocks = range(-(-draws // BLOCK))
    for result in run_blocks(work, blocks, threads=threads, scheduler=scheduler):
        counts += result.counts
        total += result.total
        squares += result.squares
        variants += result.variants
        outranks += result.outranks
        if keep:
            kept.append(result)
        done = min(draws, done + BLOCK)
        if progress is not None:
            progress(done)
    mean = total / draws
    spread = np.sqrt(np.maximum(squares / draws - mean**2, 0.0))
    return RankDraws(
        draws,
        seed,
        counts,
        mean,
        spread,
        variants,
        outranks,
        np.concatenate([r.scores for r in kept if r.scores is not None]) if kept else None,
        np.concatenate([r.ranks for r in kept if r.ranks is not None]) if kept else None,
    )


def replay(problem: RankProblem, *, seed: int, number: int) -> Draw:
    """Draw one draw of a run again, with everything that was random about it."""
    if number < 0:
        raise InputError(f"Draws are counted from zero; {number} is not one.")
    block, row = divmod(number, BLOCK)
    variants, weights, scores = draw_block(problem, seed, block)
    noise = block_noise(problem, seed, block)
    columns: dict[int, FloatArray] = {}
    cells: tuple[tuple[int, int, float], ...] = ()
    if noise is not None:
        values = noise.scaled(problem.variants[variants[row]], np.array([row]))
        columns = {j: column[0] for j, column in values.columns.items()}
        cells = tuple((i, j, float(value[0])) for i, j, value in values.cells)
    return Draw(
        number,
        int(variants[row]),
        tuple(np.array(weight[row]) for weight in weights),
        columns,
        cells,
        np.array(scores[row]),
    )
