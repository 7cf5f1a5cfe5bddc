"""A curve as a page shows it: the drawing with links, the shares, and one page of its table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from django.utils.safestring import SafeString, mark_safe

from comity.evaluate.ready_result import Specification
from comity.methods.spec_curve import CurveSummary, summarise_curve
from comity.reports.curve_links import CurvePoint, curve_links
from comity_web.evaluate.curve_choices import CONTROL, IN, Choice, taken
from comity_web.evaluate.curve_question import PAGE, CurveQuestion
from comity_web.site.tabulated import written

#: Points of a drawing; more are drawn evenly spaced. A table beside it has all of them.
DRAWN = 300


@dataclass(frozen=True, slots=True)
class CurveRow:
    """A line of the table: a specification with what it took of each choice."""

    number: int
    specification: Specification
    takes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CurveAnswer:
    """What is shown of a curve.

    Parameters
    ----------
    question
        What was asked.
    choices
        What was varied.
    summary
        Shares and quantiles of those asked for.
    total, drawn
        How many there are in all, and how many the drawing has.
    svg
        The drawing.
    rows, pages
        One page of the table, and how many pages there are.
    """

    question: CurveQuestion
    choices: tuple[Choice, ...]
    summary: CurveSummary
    total: int
    drawn: int
    svg: SafeString
    rows: tuple[CurveRow, ...]
    pages: int

    @property
    def page(self) -> int:
        """The page that is shown; the last one where there is none of the number asked for."""
        return min(self.question.page, self.pages)


def answer_curve(
    found: Mapping[int, Specification],
    choices: tuple[Choice, ...],
    question: CurveQuestion,
    *,
    title: str,
    axis: str,
    address: Callable[[int], str],
) -> CurveAnswer:
    """Answer a question about a curve.

    Parameters
    ----------
    found
        Specifications by number.
    title, axis
        Of the drawing.
    address
        Where a number leads.
    """
    rows = question.in_order(found)
    curve = CurveQuestion(question.chosen, question.kind).in_order(found)
    points = [row for row in thinned(curve) if np.isfinite(row[1].estimate)]
    svg = curve_links(
        _points(points, choices, address), panel_rows(choices), title=title, axis=axis
    )
    pages = max(1, -(-len(rows) // PAGE))
    first = (min(question.page, pages) - 1) * PAGE
    shown = rows[first : first + PAGE]
    return CurveAnswer(
        question,
        choices,
        summary_of([one for _, one in rows]),
        len(found),
        len(points),
        # The drawing is made here from escaped text.
        mark_safe(svg),  # noqa: S308
        tuple(CurveRow(n, one, tuple(taken(one, c.name) for c in choices)) for n, one in shown),
        pages,
    )


def place_in_curve(
    found: Mapping[int, Specification], number: int, address: Callable[[int], str]
) -> SafeString:
    """Draw a curve without its choices, with a ring around one specification."""
    curve = CurveQuestion().in_order(found)
    rows = thinned(curve)
    if number not in {n for n, _ in rows}:
        kept = {n for n, _ in rows} | {number}
        rows = [row for row in curve if row[0] in kept]
    svg = curve_links(
        _points(rows, (), address), (), title="Where it stands", axis="Estimate", marked=number
    )
    # The drawing is made here from escaped text.
    return mark_safe(svg)  # noqa: S308


def thinned(rows: Sequence[tuple[int, Specification]]) -> list[tuple[int, Specification]]:
    """Return all, or evenly spaced ones with the first and the last."""
    if len(rows) <= DRAWN:
        return list(rows)
    return [rows[at] for at in np.linspace(0, len(rows) - 1, DRAWN).round().astype(int)]


def summary_of(found: Sequence[Specification]) -> CurveSummary:
    """Return shares and quantiles."""
    estimate = np.array([one.estimate for one in found], dtype=float)
    error = np.array([one.std_error for one in found], dtype=float)
    p = np.array([one.p_value for one in found], dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return summarise_curve(estimate, estimate / error, p)


def panel_rows(choices: Sequence[Choice]) -> list[tuple[str, str]]:
    """Rows of the panel: each alternative of each choice, then the controls."""
    rows = [(c.title, value) for c in choices if not c.control for value in c.alternatives]
    return rows + [
        ("Controls that are in", c.name.removeprefix(CONTROL)) for c in choices if c.control
    ]


def _points(
    rows: Sequence[tuple[int, Specification]],
    choices: Sequence[Choice],
    address: Callable[[int], str],
) -> list[CurvePoint]:
    places = {row: at for at, row in enumerate(panel_rows(choices))}
    return [
        CurvePoint(
            number, one.estimate, one.low, one.high, one.p_value,
            said(number, one, choices), address(number), _takes(one, choices, places),
        )
        for number, one in rows
    ]  # fmt: skip


def _takes(
    one: Specification, choices: Sequence[Choice], places: Mapping[tuple[str, str], int]
) -> tuple[int, ...]:
    found = []
    for choice in choices:
        value = taken(one, choice.name)
        if not choice.control:
            found.append(places[choice.title, value])
        elif value == IN:
            found.append(places["Controls that are in", choice.name.removeprefix(CONTROL)])
    return tuple(found)


def said(number: int, one: Specification, choices: Sequence[Choice]) -> str:
    """Return a specification in one line, for those who do not see the drawing."""
    settings = [f"{c.title}: {taken(one, c.name)}" for c in choices if not c.control]
    controls = [
        c.name.removeprefix(CONTROL) for c in choices if c.control and taken(one, c.name) == IN
    ]
    if any(c.control for c in choices):
        settings.append(f"controls: {', '.join(controls) or 'none'}")
    span = f"{written(one.low)} to {written(one.high)}"
    first = f"Specification {number}: {written(one.estimate)} ({span}), p = {written(one.p_value)}"
    return "; ".join([first, *settings])
