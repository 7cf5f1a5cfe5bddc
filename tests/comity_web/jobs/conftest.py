"""A kind of work for tests: counts to a number, and can be told to fail."""

import pytest

from comity.terms.errors import InputError
from comity_web.jobs import kinds as module
from comity_web.jobs.actions import queue_job


def count(work):
    begun = work.folder / "begun.txt"
    begun.write_text(begun.read_text() + "x" if begun.exists() else "x")
    number = work.arguments["to"]
    for i in range(number):
        if work.arguments.get("fail") == i:
            raise InputError(f"It cannot count past {i}.")
        if work.arguments.get("break") == i:
            raise ZeroDivisionError
        work.report(i + 1, number, f"at {i + 1}")
    return {"counted": number}


@pytest.fixture(autouse=True)
def _counting(monkeypatch):
    monkeypatch.setattr(module, "kinds", lambda: {"count": count})


@pytest.fixture
def queued(people):
    """Ask for counting: ``queued(to=3)``."""

    def ask(**arguments):
        return queue_job("count", "Count", {"to": 3, **arguments}, by=people["eva"])

    return ask
