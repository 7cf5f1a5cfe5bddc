"""What is due in a fiscal year: recurring reports of the law, and the notices of planned activities."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from comity.authorities.catalogue import Catalogue, chosen
from comity.authorities.conditions import committees_in_words, notify
from comity.authorities.query import Query, fiscal_year
from comity.authorities.rules.validity import in_force
from comity.terms.authority import Answer, Authority, Certainty, Notice, Report
from comity.terms.errors import InputError

YEARS = (1962, 2100)


@dataclass(frozen=True, slots=True)
class Due:
    """One entry of the calendar.

    Parameters
    ----------
    when
        The day; ``None`` where the law sets none, and then ``rule`` says what it sets.
    kind
        ``report``, ``notice`` or ``start``.
    what, rule
        In words.
    authority, citation
        The record that asks for it.
    fed_by
        Ids of records that feed the same report.
    """

    when: date | None
    kind: str
    what: str
    rule: str
    authority: str
    citation: str
    certainty: Certainty
    fed_by: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "when": self.when.isoformat() if self.when else None,
            "kind": self.kind,
            "what": self.what,
            "rule": self.rule,
            "authority": self.authority,
            "citation": self.citation,
            "certainty": self.certainty.value,
            "fed_by": list(self.fed_by),
        }


@dataclass(frozen=True, slots=True)
class Planned:
    """An activity that is planned under an authority."""

    authority: str
    query: Query


def calendar(
    year: int, planned: Sequence[Planned] = (), book: Catalogue | None = None
) -> tuple[Due, ...]:
    """Return everything due in a fiscal year, in date order; undated duties come last.

    Parameters
    ----------
    year
        Fiscal year: 2027 runs from 1 October 2026 to 30 September 2027.
    planned
        Activities whose notices are wanted as well; those that fall in another year are left out.
    book
        The catalogue; Comity's own when left out.

    Raises
    ------
    InputError
        If the year is outside 1962 to 2100.
    UnknownName
        If a planned activity names an authority that there is not.
    """
    if not YEARS[0] <= year <= YEARS[1]:
        raise InputError(f"A fiscal year is between {YEARS[0]} and {YEARS[1]}, not {year}.")
    book = chosen(book)
    found = [due for record in book for due in _reports(record, year, book)]
    found += [due for plan in planned for due in _of_plan(plan, book) if _in_year(due, year)]
    return tuple(sorted(found, key=lambda d: (d.when is None, d.when or date.max, d.what)))


def _in_year(due: Due, year: int) -> bool:
    return due.when is None or fiscal_year(due.when) == year


def _reports(record: Authority, year: int, book: Catalogue) -> list[Due]:
    """Reports that the record itself asks for; those that feed another record's are named there."""
    found = []
    for report in record.reports:
        if report.authority and report.authority in book and report.authority != record.id:
            continue
        days = due_days(report.due, year)
        standing = [
            d for d in days if report.span.holds(d) and in_force(record, d).answer is not Answer.NO
        ]
        feeders = tuple(r.id for r in book if any(x.authority == record.id for x in r.reports))
        sure = report.certainty if record.certainty is Certainty.VERIFIED else record.certainty
        last = date(year, 9, 30)
        undated = not days and report.span.holds(last)
        if standing or (undated and in_force(record, last).answer is not Answer.NO):
            dated: list[date | None] = [*standing] or [None]
            found += [_due(day, record, report, sure, feeders) for day in dated]
    return found


def _due(
    day: date | None, record: Authority, report: Report, sure: Certainty, feeders: tuple[str, ...]
) -> Due:
    return Due(day, "report", report.name, report.due, record.id, record.citation, sure, feeders)


def due_days(rule: str, year: int) -> list[date]:
    """Return the days of a fiscal year on which a rule falls; none where the law sets no day.

    Rules: ``annual 03-31``, ``dates 02-28 08-31``, ``quarterly`` (the day on which a quarter ends),
    ``half-yearly`` (the day on which a half ends), ``with the budget`` (first Monday of February).
    """
    head, _, rest = rule.partition(" ")
    if head in {"annual", "dates"}:
        return sorted(_in_fiscal_year(month_day, year) for month_day in rest.split())
    ends = [date(year - 1, 12, 31), date(year, 3, 31), date(year, 6, 30), date(year, 9, 30)]
    if head == "quarterly":
        return ends
    if head == "half-yearly":
        return ends[1::2]
    return [first_monday_of_february(year)] if rule == "with the budget" else []


def _in_fiscal_year(month_day: str, year: int) -> date:
    month, day = (int(part) for part in month_day.split("-"))
    return date(year - 1 if month >= 10 else year, month, day)


def first_monday_of_february(year: int) -> date:
    """Return the day on which the President's budget is due (31 USC 1105, recalled)."""
    first = date(year, 2, 1)
    return first + timedelta(days=-first.weekday() % 7)


def _of_plan(plan: Planned, book: Catalogue) -> list[Due]:
    record = book[plan.authority]
    query = plan.query
    found = [
        Due(
            query.on,
            "start",
            f"{query.activity} for {query.recipient} starts",
            "planned",
            record.id,
            record.citation,
            record.certainty,
        )
    ]
    for notice in record.notices:
        step = notify(notice, query, record.certainty)
        if step is not None and (step.by or notice.timing == "before"):
            rule = f"{_clock_of(notice)} {notice.timing} the start"
            what = f"notify {committees_in_words(notice.to)}: {notice.trigger}"
            found.append(
                Due(step.by, "notice", what, rule, record.id, record.citation, step.certainty)
            )
    return found


def _clock_of(notice: Notice) -> str:
    if notice.hours is not None:
        return f"{notice.hours} hours"
    return f"{notice.days} days" if notice.days is not None else "days not read,"
