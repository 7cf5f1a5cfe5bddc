from dataclasses import replace

import numpy as np
import pytest

from comity.methods.composite import aggregate
from comity.methods.normalise import Scaling, fit
from comity.methods.rank_engine import draw_block, replay, run
from comity.methods.rank_problem import Donors, MeasurementError, RankProblem, Variant
from comity.methods.streams import BLOCK
from comity.methods.weight_noise import WeightNoise
from comity.terms.errors import InputError
from tests.methods.trees import matrix, problem, tree

RANGE = {"lower": 1.0, "upper": 100.0}


def full_problem(n: int = 30) -> RankProblem:
    """Everything varies: weights, scaling, mean, measurement error, missing values."""
    rng = np.random.default_rng(5)
    raw = rng.normal(size=(n, 9))
    raw[rng.random(raw.shape) < 0.1] = np.nan
    variants = []
    for method in ("percentile", "minmax"):
        scalers = tuple(fit(raw[:, j], Scaling(method, RANGE)) for j in range(9))
        scaled = np.column_stack([s(raw[:, j]) for j, s in enumerate(scalers)])
        for mean in ("arithmetic", "geometric"):
            x = np.maximum(scaled, 0.5)
            variants.append(Variant(f"{method} + {mean}", x, (mean, mean), scalers))
    error = np.where(np.isnan(raw[:, [0, 4]]), np.nan, 0.05)
    columns = np.array([0, 4])
    errors = MeasurementError(columns, raw[:, columns], error, ("none", "none"), (1.0, 1.0))
    cells = np.argwhere(np.isnan(raw))
    able = [np.flatnonzero(~np.isnan(raw[:, j])) for _, j in cells]
    count = np.array([len(a) for a in able])
    donors = Donors(cells, np.r_[0, np.cumsum(count)[:-1]], count, np.concatenate(able))
    available = (np.ones((n, 3), dtype=bool), np.ones((n, 1), dtype=bool))
    return RankProblem(
        tree(),
        (*variants[:1], *variants[2:3]),
        np.array([0.5, 0.5]),
        WeightNoise("dirichlet", 5.0),
        available,
        errors,
        donors,
    )


def same(a, b) -> None:
    np.testing.assert_array_equal(a.counts, b.counts)
    assert a.score_mean.tobytes() == b.score_mean.tobytes()
    assert a.score_sd.tobytes() == b.score_sd.tobytes()
    assert a.outranks.tobytes() == b.outranks.tobytes()


@pytest.mark.parametrize("make", [problem, full_problem])
def test_the_same_bits_on_any_number_of_threads(make):
    runs = [run(make(), draws=3 * BLOCK + 17, seed=7, threads=t, pairs=[(0, 1)]) for t in (1, 2, 5)]
    same(runs[0], runs[1])
    same(runs[0], runs[2])


@pytest.mark.cluster
@pytest.mark.filterwarnings("ignore")
def test_the_same_bits_on_a_cluster_of_two_workers():
    from distributed import LocalCluster

    alone = run(full_problem(), draws=3 * BLOCK + 17, seed=7, threads=1, pairs=[(0, 1)])
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        away = run(
            full_problem(),
            draws=3 * BLOCK + 17,
            seed=7,
            scheduler=cluster.scheduler_address,
            pairs=[(0, 1)],
        )
    same(alone, away)


def test_a_longer_run_begins_with_a_shorter_one():
    short = run(full_problem(), draws=100, seed=3, keep=True)
    long = run(full_problem(), draws=1500, seed=3, keep=True)
    assert short.scores.tobytes() == long.scores[:100].tobytes()


def test_another_seed_gives_other_draws():
    assert (
        run(problem(), draws=50, seed=1).counts != run(problem(), draws=50, seed=2).counts
    ).any()


def test_counts_add_up():
    result = run(problem(), draws=777, seed=1, keep=True)
    assert (result.counts.sum(axis=1) == 777).all()
    assert (result.counts.sum(axis=0) == 777).all()
    assert result.scores.shape == result.ranks.shape == (777, 25)
    np.testing.assert_allclose(result.score_mean, result.scores.mean(axis=0))
    np.testing.assert_allclose(result.score_sd, result.scores.std(axis=0), rtol=1e-6)


def test_no_noise_gives_the_nominal_ranks_in_every_draw():
    p = problem(noise=WeightNoise("none"))
    result = run(p, draws=10, seed=1)
    index = aggregate(p.variants[0].scaled, p.tree, p.variants[0].means).index
    order = np.argsort(-index)
    assert (result.counts[order, np.arange(25)] == 10).all()


def test_switching_another_uncertainty_on_leaves_the_weights_as_they_were():
    plain = replace(full_problem(), errors=None, donors=None)
    for number in (0, 5):
        ours, theirs = (replay(p, seed=2, number=number) for p in (full_problem(), plain))
        for a, b in zip(ours.weights, theirs.weights, strict=True):
            assert a.tobytes() == b.tobytes()


@pytest.mark.parametrize("number", [0, 7, BLOCK + 3])
def test_a_replayed_draw_gives_the_same_scores_through_the_plain_aggregation(number):
    p = full_problem()
    result = run(p, draws=BLOCK + 10, seed=4, keep=True)
    draw = replay(p, seed=4, number=number)
    assert draw.scores.tobytes() == result.scores[number].tobytes()
    variant = p.variants[draw.variant]
    x = variant.scaled.copy()
    for column, values in draw.columns.items():
        x[:, column] = values
    for row, column, value in draw.cells:
        x[row, column] = value
    plain = aggregate(x, p.tree.with_weights(draw.weights), variant.means)
    np.testing.assert_allclose(plain.index, draw.scores)


def test_measurement_error_has_the_published_size():
    """One indicator, no other uncertainty: ranks vary by its standard error alone."""
    shape = tree((1,))
    value = np.array([[0.0], [1.0]])
    scalers = (fit(np.array([-10.0, 10.0]), Scaling("minmax")),)
    errors = MeasurementError(np.array([0]), value, np.ones((2, 1)), ("none",), (1.0,))
    available = (np.ones((2, 1), dtype=bool), np.ones((2, 1), dtype=bool))
    p = RankProblem(
        shape,
        (Variant("minmax + arithmetic", scalers[0](value), ("arithmetic",) * 2, scalers),),
        np.array([1.0]),
        WeightNoise("none"),
        available,
        errors,
    )
    result = run(p, draws=40_000, seed=1, pairs=[(1, 0)])
    # P(N(1, 2) > 0) = Phi(1 / sqrt 2) = 0.7602
    assert result.outranks[0] / 40_000 == pytest.approx(0.7602, abs=0.007)


def test_variants_are_drawn_with_their_probabilities():
    p = replace(full_problem(), probability=np.array([0.9, 0.1]))
    variants, _, _ = draw_block(p, 1, 0)
    assert 0.06 < (variants == 1).mean() < 0.14


def test_progress_counts_every_draw_once():
    said: list[int] = []
    run(problem(), draws=2 * BLOCK + 5, seed=1, progress=said.append)
    assert said == [BLOCK, 2 * BLOCK, 2 * BLOCK + 5]


@pytest.mark.parametrize(("draws", "seed"), [(0, 1), (10, -1)])
def test_bad_numbers_are_refused(draws, seed):
    with pytest.raises(InputError):
        run(problem(), draws=draws, seed=seed)


@pytest.mark.slow
def test_memory_does_not_grow_with_the_draws():
    import tracemalloc

    peaks = []
    # One thread, because how many blocks overlap at the peak is chance; that their number is
    # bounded is tested where blocks are run.
    for draws in (4 * BLOCK, 40 * BLOCK):
        tracemalloc.start()
        run(problem(matrix(n=195, columns=9)), draws=draws, seed=1, threads=1)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0]
