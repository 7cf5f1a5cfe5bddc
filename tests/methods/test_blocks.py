import threading
import time

import pytest

from comity.methods.blocks import run_blocks
from comity.terms.errors import InputError


def slow_first(block: int) -> int:
    time.sleep(0.02 if block == 0 else 0.0)
    return block * block


def test_results_come_in_the_order_of_the_blocks():
    assert list(run_blocks(slow_first, range(9), threads=3)) == [b * b for b in range(9)]


def test_only_a_bounded_number_is_under_way():
    started: list[int] = []
    lock = threading.Lock()

    def work(block: int) -> int:
        with lock:
            started.append(block)
        return block

    results = run_blocks(work, range(100), threads=2)
    assert next(results) == 0
    assert len(started) <= 6
    results.close()


def test_an_error_in_a_block_reaches_the_caller():
    def work(block: int) -> int:
        if block == 2:
            raise InputError("block 2")
        return block

    with pytest.raises(InputError, match="block 2"):
        list(run_blocks(work, range(4), threads=2))


@pytest.mark.slow
def test_a_scheduler_that_does_not_answer_is_one_sentence():
    with pytest.raises(InputError, match=r"No Dask scheduler answers at 'nonsense://1'"):
        list(run_blocks(slow_first, range(2), scheduler="nonsense://1"))
