"""What a gate answers, and how its answer is put together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.terms.authority import Certainty, Outcome


@dataclass(frozen=True, slots=True)
class GateReason:
    """One thing that was looked at.

    Parameters
    ----------
    outcome
        pass, fail or unknown on this point.
    text
        In words.
    citation
        Where the law says so.
    """

    outcome: Outcome
    text: str
    citation: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A day by which something must be done, counted from an event."""

    what: str
    by: date
    done: date | None = None

    def late_on(self, day: date) -> bool:
        """Whether it was done late, or was not done and the day is past."""
        return self.done > self.by if self.done is not None else self.by < day


@dataclass(frozen=True, slots=True)
class GateResult:
    """The answer of a gate on a day.

    Parameters
    ----------
    gate
        Name, such as ``"leahy"``.
    on
        The day for which it was asked.
    reasons
        Everything that was looked at; the gate fails if one point fails, else does not know if one
        is not known.
    clocks
        Days that run.
    certainty
        How far the rules of this gate were checked against the law.
    """

    gate: str
    on: date
    reasons: tuple[GateReason, ...]
    clocks: tuple[Clock, ...] = ()
    certainty: Certainty = Certainty.VERIFIED

    @property
    def outcome(self) -> Outcome:
        """Fail, unknown or pass; a gate that looked at nothing does not know."""
        outcomes = {reason.outcome for reason in self.reasons}
        if Outcome.FAIL in outcomes:
            return Outcome.FAIL
        return Outcome.UNKNOWN if Outcome.UNKNOWN in outcomes or not outcomes else Outcome.PASS

    def of(self, outcome: Outcome) -> tuple[GateReason, ...]:
        """Return the reasons with one outcome."""
        return tuple(reason for reason in self.reasons if reason.outcome is outcome)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "gate": self.gate,
            "on": self.on.isoformat(),
            "outcome": self.outcome.value,
            "reasons": [
                {"outcome": r.outcome.value, "text": r.text, "citation": r.citation}
                for r in self.reasons
            ],
            "clocks": [
                {
                    "what": c.what,
                    "by": c.by.isoformat(),
                    "done": c.done.isoformat() if c.done else None,
                    "late": c.late_on(self.on),
                }
                for c in self.clocks
            ],
            "certainty": self.certainty.value,
            "disclaimer": "Planning aid, not legal advice.",
        }


def told(fact: bool | None, *, good: str, bad: str, open_: str, citation: str) -> GateReason:
    """Return pass for true, fail for false, unknown for a fact that nobody entered."""
    if fact is None:
        return GateReason(Outcome.UNKNOWN, open_, citation)
    return GateReason(Outcome.PASS if fact else Outcome.FAIL, good if fact else bad, citation)


def clock_reasons(clocks: Iterable[Clock], on: date, citation: str) -> list[GateReason]:
    """Return one failing reason for each clock that ran out."""
    return [
        GateReason(Outcome.FAIL, f"{clock.what}: due by {clock.by}, "
                   + (f"done {clock.done}" if clock.done else "not done"), citation)
        for clock in clocks
        if clock.late_on(on)
    ]  # fmt: skip
