from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from comity_web.site import computed as module
from comity_web.site.computed import computed, forget_computed


@pytest.fixture(autouse=True)
def _nothing_kept():
    forget_computed()
    yield
    forget_computed()


def test_the_same_question_is_computed_once():
    calls = []
    for _ in range(3):
        assert computed(("a", 1), lambda: calls.append(1) or "answer") == "answer"
    assert calls == [1]


def test_another_key_is_another_answer():
    assert computed(("a", 1), lambda: "one") == "one"
    assert computed(("a", 2), lambda: "two") == "two"


def test_none_is_an_answer_too():
    calls = []
    for _ in range(2):
        assert computed(("none",), lambda: calls.append(1)) is None
    assert calls == [1]


def test_two_who_ask_at_once_wait_for_one_answer():
    entered, leave, calls = Event(), Event(), []

    def slow():
        calls.append(1)
        entered.set()
        leave.wait(5)
        return "answer"

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(computed, ("slow",), slow)
        assert entered.wait(5)
        second = pool.submit(computed, ("slow",), slow)
        leave.set()
        assert (first.result(5), second.result(5)) == ("answer", "answer")
    assert calls == [1]


def test_a_failure_is_not_kept():
    with pytest.raises(ZeroDivisionError):
        computed(("fails",), lambda: 1 / 0)
    assert computed(("fails",), lambda: "mended") == "mended"


def test_the_one_unused_longest_goes_first(monkeypatch):
    monkeypatch.setattr(module, "KEPT_MOST", 2)
    computed(("a",), lambda: 1)
    computed(("b",), lambda: 2)
    computed(("a",), lambda: 0)
    computed(("c",), lambda: 3)
    assert computed(("a",), lambda: "again") == 1
    assert computed(("b",), lambda: "again") == "again"
