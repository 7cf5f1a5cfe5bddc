"""The clock of the public summary: how many days are left, or how late it is."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from comity.terms.evaluation import EvaluationRecord


@dataclass(frozen=True, slots=True)
class SummaryClock:
    """Where the public summary stands on one day.

    Parameters
    ----------
    state
        ``not completed``, ``running``, ``overdue``, ``posted in time`` or ``posted late``.
    due
        Last day in time; None while the evaluation is not completed.
    days
        Days left while running, days late otherwise; None where there is no due day.
    source
        Where the number of days comes from.
    """

    state: str
    due: date | None
    days: int | None
    source: str

    def __str__(self) -> str:
        if self.due is None or self.days is None:
            return "The evaluation is not completed, so the clock has not started."
        day = f"{self.due.day} {self.due:%B %Y}"
        if self.state == "running":
            return f"Due by {day}; {self.days} days left."
        if self.state == "overdue":
            return f"It was due by {day} and is {self.days} days late."
        return f"Due by {day}; {self.state}" + (f" by {self.days} days." if self.days else ".")

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {"state": self.state, "due": self.due, "days": self.days, "source": self.source}


def summary_clock(record: EvaluationRecord, as_of: date) -> SummaryClock:
    """Say where the public summary stands.

    Parameters
    ----------
    record
        The evaluation; the clock starts on the day of its completion.
    as_of
        The day that is asked about.
    """
    if record.completed is None or record.completed > as_of:
        return SummaryClock("not completed", None, None, "")
    days, source = _days_allowed(record.completed)
    due = record.completed + timedelta(days=days)
    posted = record.public_summary.posted
    if posted is not None and posted <= as_of:
        late = (posted - due).days
        state = "posted late" if late > 0 else "posted in time"
        return SummaryClock(state, due, max(late, 0), source)
    left = (due - as_of).days
    state = "running" if left >= 0 else "overdue"
    return SummaryClock(state, due, abs(left), source)


def _days_allowed(completed: date) -> tuple[int, str]:
    """Days that applied on a day; before the first known period, those of the first."""
    periods = _periods()
    current = [p for p in periods if p["from"] <= completed] or periods[:1]
    return int(current[-1]["days"]), str(current[-1]["source"])


@cache
def _periods() -> list[dict[str, Any]]:
    text = files("comity.evaluate").joinpath("public_summary_clock.toml").read_text("utf-8")
    return sorted(tomllib.loads(text)["period"], key=lambda period: period["from"])
