import numpy as np
import pytest

from comity.evaluate.multiverse import estimate_all, results_of, run_multiverse
from comity.evaluate.multiverse_files import NUMBERS, part_path
from comity.terms.errors import FileError
from tests.evaluate.small_study import made, small_study


def bits(frame) -> bytes:
    return b"".join(np.ascontiguousarray(frame[name].to_numpy()).tobytes() for name in NUMBERS)


def test_a_stopped_run_goes_on_and_gives_the_same_bits(tmp_path):
    universe, columns = made()
    told = []
    options = {"data": "d", "block": 10}
    assert not run_multiverse(universe, columns, tmp_path / "a", limit=3, **options)
    with pytest.raises(FileError, match="only 30 of 64"):
        results_of(tmp_path / "a", universe)
    part_path(tmp_path / "a", 1).unlink()
    progress = lambda done, total: told.append((done, total))  # noqa: E731
    assert run_multiverse(universe, columns, tmp_path / "a", progress=progress, **options)
    assert told == [(done, 7) for done in range(3, 8)]
    assert run_multiverse(universe, columns, tmp_path / "b", threads=2, **options)
    first = results_of(tmp_path / "a", universe)
    assert bits(first) == bits(results_of(tmp_path / "b", universe))
    assert first["specification"].tolist() == list(range(64))
    assert np.allclose(first["estimate"], estimate_all(universe, columns).estimate, rtol=1e-12)


@pytest.mark.slow
@pytest.mark.cluster
def test_a_cluster_gives_the_same_bits(tmp_path):
    import warnings

    from distributed import LocalCluster

    universe, columns = made()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as cluster:
            assert run_multiverse(
                universe,
                columns,
                tmp_path / "c",
                data="d",
                block=10,
                scheduler=cluster.scheduler_address,
            )
    assert run_multiverse(universe, columns, tmp_path / "a", data="d", block=10)
    assert bits(results_of(tmp_path / "a", universe)) == bits(results_of(tmp_path / "c", universe))


def test_planted_sizes_are_recovered_in_sign_and_order():
    """0.5 without confounding; more where the confounder is left out; nothing from noise."""
    study = small_study(required=(), options=(("confounder",), ("noise",)), samples={"all": ""})
    universe, columns = made(study)
    found = estimate_all(universe, columns)
    rows = universe.alternatives(np.arange(len(universe)))
    names = list(universe.labels)
    now = rows[:, names.index("treatment")] == 0
    held = rows[:, names.index("control: confounder")] == 1
    assert np.abs(found.estimate[now & held] - 0.5).max() < 0.2
    assert found.estimate[now & ~held].min() > found.estimate[now & held].max()
    assert np.abs(found.estimate[~now]).max() < found.estimate[now].min()
