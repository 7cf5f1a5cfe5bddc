"""What can be computed again is kept in memory, by everything on which it depends."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")

#: Answers kept in each server process; the one unused longest goes first.
KEPT_MOST = 600
_kept: OrderedDict[str, Any] = OrderedDict()
_making: dict[str, Lock] = {}
_guard = Lock()


def computed(key: tuple[object, ...], make: Callable[[], T]) -> T:
    """Return a kept answer or compute it; two who ask for the same at once compute it once.

    Parameters
    ----------
    key
        Everything on which the answer depends; compared by its representation.
    make
        Computes the answer, which must never change afterwards.
    """
    name = repr(key)
    with _guard:
        if name in _kept:
            _kept.move_to_end(name)
            return _kept[name]
        lock = _making.setdefault(name, Lock())
    with lock:
        with _guard:
            if name in _kept:
                return _kept[name]
        answer = make()
        with _guard:
            _kept[name] = answer
            _making.pop(name, None)
            while len(_kept) > KEPT_MOST:
                _kept.popitem(last=False)
    return answer


def forget_computed() -> None:
    """Drop everything that is kept, for example after an import of new data."""
    with _guard:
        _kept.clear()
