"""Rank intervals: 195 partners, 66 indicators in ten groups, two levels of random weights."""

import resource
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np

from comity.methods.rank_engine import run as draw
from comity.methods.rank_problem import RankProblem, Variant
from comity.methods.weight_noise import WeightNoise
from comity.terms.hierarchy import Hierarchy, Level

PARTNERS, INDICATORS, GROUPS = 195, 66, 10


def problem(noise: WeightNoise) -> RankProblem:
    rng = np.random.default_rng(0)
    parent = np.arange(INDICATORS) % GROUPS
    bottom = Level(
        tuple(f"i{j}" for j in range(INDICATORS)), parent, rng.integers(1, 4, INDICATORS) * 1.0
    )
    top = Level(
        tuple(f"g{k}" for k in range(GROUPS)),
        np.zeros(GROUPS, dtype=np.int64),
        rng.integers(1, 4, GROUPS) * 1.0,
    )
    variant = Variant(
        "percentile + arithmetic",
        1 + 99 * rng.random((PARTNERS, INDICATORS)),
        ("arithmetic", "arithmetic"),
    )
    available = (np.ones((PARTNERS, GROUPS), dtype=bool), np.ones((PARTNERS, 1), dtype=bool))
    return RankProblem(Hierarchy((bottom, top)), (variant,), np.array([1.0]), noise, available)


def bare(draws: int) -> Callable[[], object]:
    """The bare matrix product and ``numpy.argsort`` of the same size, weights given."""
    rng = np.random.default_rng(0)
    x, w = rng.random((PARTNERS, INDICATORS)), rng.random((draws, INDICATORS))
    return lambda: np.argsort(w @ x.T, axis=1)


def in_turn(ours: Callable[[], object], peer: Callable[[], object], times: int = 15):
    pairs = []
    for _ in range(times):
        start = perf_counter()
        ours()
        middle = perf_counter()
        peer()
        pairs.append((middle - start, perf_counter() - middle))
    return median(p[0] for p in pairs), median(p[1] for p in pairs)


def row(name: str, ours: float, peer: str, peers: float | None) -> dict[str, object]:
    return {
        "benchmark": name,
        "ours_seconds": ours,
        "peer": peer,
        "peer_seconds": peers,
        "ratio": None if peers is None else peers / ours,
    }


def run() -> list[dict[str, object]]:
    rows = []
    for noise in (WeightNoise("uniform", 0.25), WeightNoise("dirichlet", 10.0)):
        p = problem(noise)
        ours, peer = in_turn(lambda p=p: draw(p, draws=10_000, seed=1, threads=2), bare(10_000))
        rows.append(
            row(
                f"rank intervals, 10,000 draws, {noise.kind}",
                ours,
                "matrix product + argsort",
                peer,
            )
        )
    start = perf_counter()
    shown = 0

    def progress(done: int) -> None:
        nonlocal shown
        if done * 20 // 1_000_000 > shown:
            shown = done * 20 // 1_000_000
            print(f"\r{done:,} of 1,000,000 draws", end="", file=sys.stderr, flush=True)

    draw(problem(WeightNoise("dirichlet", 10.0)), draws=1_000_000, seed=1, progress=progress)
    print(file=sys.stderr)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows.append(
        row(
            "rank intervals, 1,000,000 draws, dirichlet",
            perf_counter() - start,
            f"peak memory of the whole process {peak:.0f} MiB",
            None,
        )
    )
    return rows
