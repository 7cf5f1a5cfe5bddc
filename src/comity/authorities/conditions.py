"""What an authority asks for, as steps with dates: who agrees, who is told by when, what is included."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from comity.authorities.query import Query
from comity.authorities.when import holds, in_words, is_for_the_reader
from comity.terms.authority import Authority, Certainty, Notice, Step

AGREE = {
    "consultation": "Consult the Secretary of State.",
    "coordination": "Coordinate with the Department of State",
    "concurrence": "Secretary of State concurrence",
    "joint": "Secretary of State concurrence, and joint development and planning with State.",
    "lead": "State leads",
    "unknown": "What State must agree to is not recorded: check.",
}
NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing to do or to include.

    Parameters
    ----------
    kind
        ``approve``, ``notify``, ``certify``, ``paper``, ``vet``, ``fund``, ``report``, ...
    text
        In words, with the date where there is one.
    by
        The last day for it; ``None`` where there is none.
    late
        Whether that day is past on the question's ``today``.
    certainty
        How far the statement was checked.
    """

    kind: str
    text: str
    by: date | None = None
    late: bool = False
    certainty: Certainty = Certainty.VERIFIED

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "kind": self.kind,
            "text": self.text,
            "by": self.by.isoformat() if self.by else None,
            "late": self.late,
            "certainty": self.certainty.value,
        }


def conditions(
    authority: Authority, query: Query, more: Sequence[Step] = ()
) -> tuple[Condition, ...]:
    """Resolve everything that an authority asks for into steps, those with a date in date order."""
    found = [*_approval(authority)]
    found += [
        c for notice in authority.notices if (c := notify(notice, query, authority.certainty))
    ]
    found += [c for step in (*authority.steps, *more) if (c := _step(step, query, authority))]
    found += [Condition("report", f"Report: {r.name} ({r.due}).", certainty=r.certainty)
              for r in authority.reports if r.span.holds(query.on)]  # fmt: skip
    return tuple(found)


def _approval(authority: Authority) -> list[Condition]:
    approval = authority.approval
    found = []
    if approval.level in AGREE:
        text = AGREE[approval.level]
        if not text.endswith("."):
            text += f" ({approval.state})." if approval.state not in {"", approval.level} else "."
        unsure = approval.level == "unknown" or "recalled" in approval.state
        certainty = Certainty.UNKNOWN if unsure else authority.certainty
        found.append(Condition("approve", text, certainty=certainty))
    if approval.chief_of_mission == "concurrence":
        text = "Concurrence of the Chief of Mission."
        found.append(Condition("approve", text, certainty=authority.certainty))
    return found


def notify(
    notice: Notice, query: Query, certainty: Certainty = Certainty.VERIFIED
) -> Condition | None:
    """Turn a notice into a dated step; ``None`` where its condition does not hold."""
    answer = holds(notice.when, query)
    if answer is False:
        return None
    lead = ""
    if answer is None:
        lead = (
            f"{notice.when[0].upper()}{notice.when[1:]}: "
            if is_for_the_reader(notice.when)
            else "If it applies: "
        )
    whom = committees_in_words(notice.to)
    day, clock = _clock(notice, query.on)
    trigger = in_words(notice.trigger, query)
    text = f"{lead}notify {whom}{clock}. {trigger}" if lead else f"Notify {whom}{clock}. {trigger}"
    late = bool(day and query.today and day < query.today and notice.timing == "before")
    sure = notice.certainty if notice.certainty is not Certainty.VERIFIED else certainty
    return Condition("notify", text, day, late, sure)


def committees_in_words(names: Sequence[str]) -> str:
    """Return the committees as a person says them, always with their number."""
    if not names:
        return "the committees (which ones was not read)"
    if len(names) == 1:
        return names[0]
    if "Speaker" in names:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return f"the {NUMBERS.get(len(names), len(names))} committees ({', '.join(names)})"


def _clock(notice: Notice, start: date) -> tuple[date | None, str]:
    if notice.hours is not None:
        return start + timedelta(
            hours=notice.hours
        ), f" within {notice.hours} hours {notice.timing} the start"
    if notice.days is None:
        return None, ""
    if notice.timing == "before" and not notice.days:
        return start, " before the start"
    if notice.timing == "before":
        day = start - timedelta(days=notice.days)
        return day, f" {notice.days} days before the start, so by {day}"
    if notice.timing == "after":
        return None, f" within {notice.days} days after"
    return None, ""


def _step(step: Step, query: Query, authority: Authority) -> Condition | None:
    answer = holds(step.when, query)
    if answer is False:
        return None
    text = in_words(step.text, query)
    if answer is None:
        lead = step.when if is_for_the_reader(step.when) else "If it applies"
        text = f"{lead}: {text}"
    by = None if step.days is None else query.on - timedelta(days=step.days)
    if by is not None:
        text += f" By {by}."
    late = bool(by and query.today and by < query.today)
    return Condition(step.kind, text, by, late, step.certainty or authority.certainty)


def longest_wait(authority: Authority, query: Query, more: Sequence[Step] = ()) -> int:
    """Return the days of the longest notice that must run before the start."""
    waits = [
        notice.days
        for notice in authority.notices
        if notice.days is not None
        and notice.timing == "before"
        and holds(notice.when, query) is not False
        and not is_for_the_reader(notice.when)
    ]
    waits += [step.days for step in more if step.days is not None]
    return max(waits, default=0)
