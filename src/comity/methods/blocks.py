"""Run independent blocks in order on one thread, on many, or on a Dask cluster.

Results come back in the order of the blocks, whatever finishes first, so that sums of floats do
not depend on the machine.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

from comity.terms.errors import InputError

T = TypeVar("T")


def run_blocks(
    work: Callable[[int], T],
    blocks: Sequence[int],
    *,
    threads: int = 1,
    scheduler: str | None = None,
) -> Iterator[T]:
    """Yield ``work(block)`` for each block, in order, with a bounded number under way.

    Parameters
    ----------
    work
        A function of the block's number only; it must be picklable for a cluster.
    blocks
        Numbers of the blocks.
    threads
        Threads on this machine; linear algebra inside a block runs on one.
    scheduler
        Address of a Dask scheduler such as ``tcp://127.0.0.1:8786``; replaces the threads.

    Raises
    ------
    InputError
        If the cluster cannot be reached or Dask is not installed.
    """
    if scheduler is not None:
        yield from _on_cluster(work, blocks, scheduler)
        return
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1):
        if threads <= 1:
            yield from map(work, blocks)
        else:
            yield from _on_threads(work, blocks, threads)


def _on_threads(work: Callable[[int], T], blocks: Sequence[int], threads: int) -> Iterator[T]:
    with ThreadPoolExecutor(threads) as pool:
        waiting = iter(blocks)
        under_way = [pool.submit(work, block) for block in islice(waiting, 2 * threads)]
        while under_way:
            done = under_way.pop(0).result()
            under_way.extend(pool.submit(work, block) for block in islice(waiting, 1))
            yield done


def _on_cluster(work: Callable[[int], T], blocks: Sequence[int], scheduler: str) -> Iterator[T]:
    try:
        from distributed import Client
    except ImportError:
        raise InputError(
            "A scheduler was given but Dask is not installed; run: pip install 'comity[cluster]'."
        ) from None
    try:
        client = Client(scheduler, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as refusal:
        raise InputError(f"No Dask scheduler answers at {scheduler!r} ({refusal}).") from None
    with client:
        shared = client.scatter(work, broadcast=True, hash=False)
        waiting = iter(blocks)
        limit = 4 * max(1, sum(client.nthreads().values()))
        under_way = [client.submit(_call, shared, b, pure=False) for b in islice(waiting, limit)]
        while under_way:
            done: T = under_way.pop(0).result()
            under_way.extend(
                client.submit(_call, shared, b, pure=False) for b in islice(waiting, 1)
            )
            yield done


def _call(work: Callable[[int], T], block: int) -> T:
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1):
        return work(block)
