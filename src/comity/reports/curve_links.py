"""A specification curve as plain SVG in which every point is a link to its specification."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from math import floor, isfinite, log10

from comity.reports.chart_theme import FONT, INK, QUIET, RULE

#: Colour and words of a point; filled where significant, so that colour is not alone.
KINDS = {
    "less": ("#b3421f", "negative, p < 0.05"),
    "more": ("#1f6fb3", "positive, p < 0.05"),
    "no": ("#5f6b77", "p of 0.05 or more"),
}
WIDTH, LEFT, RIGHT, TOP, TALL, ROW, GAP = 960, 236, 12, 26, 230, 14, 9
_LONGEST = 38


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One specification.

    Parameters
    ----------
    number
        As a reader is told.
    estimate, low, high, p_value
        Estimate with its 95 % interval.
    said
        What a screen reader says.
    address
        Where it leads.
    takes
        Rows of the panel of choices that it takes, by position.
    """

    number: int
    estimate: float
    low: float
    high: float
    p_value: float
    said: str
    address: str
    takes: tuple[int, ...] = ()

    @property
    def kind(self) -> str:
        """Key of :data:`KINDS`."""
        if not self.p_value < 0.05:
            return "no"
        return "more" if self.estimate > 0 else "less"


def curve_links(
    points: Sequence[CurvePoint],
    rows: Sequence[tuple[str, str]],
    *,
    title: str,
    axis: str,
    marked: int = 0,
) -> str:
    """Draw points from left to right with the panel of their choices below.

    Parameters
    ----------
    points
        In the order in which they are drawn; those without an estimate are left out.
    rows
        Choice and alternative of each row of the panel; rows of one choice stand together.
    title, axis
        Name of the drawing, and what an estimate is.
    marked
        Number of a point to point out.

    Returns
    -------
    str
        SVG text that can stand inside HTML. Of the links only the first is in the tab order; a
        script may move it along with the arrow keys, and a table beside the drawing has them all.
    """
    drawn = [one for one in points if isfinite(one.estimate)]
    bottom = TOP + TALL
    places = _rows(rows, bottom + 12)
    height = (places[-1] + ROW if places else bottom) + 6
    step = (WIDTH - LEFT - RIGHT) / max(len(drawn), 1)
    across = [LEFT + step * (at + 0.5) for at in range(len(drawn))]
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="curve" role="group" '
            f'viewBox="0 0 {WIDTH} {height}" font-family="{escape(FONT)}" font-size="11" '
            f'aria-label="{escape(title)}">'
        ),
        _legend(),
    ]
    if drawn:
        down = _scale(drawn)
        parts += [_axis(down, axis), _whiskers(drawn, across, down)]
        parts += [_panel(drawn, across, rows, places)]
        parts += [
            _point(
                one, (x, down(one.estimate)), step, height, first=at == 0, on=one.number == marked
            )
            for at, (one, x) in enumerate(zip(drawn, across, strict=True))
        ]
    return "".join([*parts, "</svg>"])


class _Down:
    """From an estimate to its height; what lies beyond the frame stands at its edge."""

    def __init__(self, low: float, high: float) -> None:
        self.low, self.high = low, high

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return TOP + TALL * (1 - min(max(share, 0.0), 1.0))


def _scale(drawn: Sequence[CurvePoint]) -> _Down:
    """All estimates, zero, and nine in ten of the intervals; one wide interval must not rule."""
    lows = sorted(one.low for one in drawn if isfinite(one.low))
    highs = sorted(one.high for one in drawn if isfinite(one.high))
    low = min(0.0, *(one.estimate for one in drawn), *lows[len(lows) // 20 :][:1])
    high = max(0.0, *(one.estimate for one in drawn), *highs[: len(highs) - len(highs) // 20][-1:])
    reach = (high - low) or 1.0
    return _Down(low - 0.04 * reach, high + 0.04 * reach)


def _axis(down: _Down, words: str) -> str:
    unit = 10 ** floor(log10((down.high - down.low) / 3))
    step = next(s * unit for s in (1, 2, 5, 10) if (down.high - down.low) / (s * unit) <= 6)
    first = int(-(-down.low // step))
    last = int(down.high // step)
    lines = []
    for at in range(first, last + 1):
        y = down(at * step)
        dashes = "" if at == 0 else ' stroke-dasharray="2 4"'
        colour = INK if at == 0 else RULE
        lines.append(
            f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="{colour}"{dashes}/>'
            f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end" fill="{QUIET}">'
            f"{at * step:.6g}</text>"
        )
    name = f'<text x="0" y="{TOP + 4}" fill="{INK}">{escape(_cut(words))}</text>'
    return f'<g aria-hidden="true">{name}{"".join(lines)}</g>'


def _whiskers(drawn: Sequence[CurvePoint], across: Sequence[float], down: _Down) -> str:
    """Intervals, one path for each colour."""
    paths: dict[str, list[str]] = {}
    for one, x in zip(drawn, across, strict=True):
        if isfinite(one.low) and isfinite(one.high):
            line = f"M{x:.1f} {down(one.low):.1f}V{down(one.high):.1f}"
            paths.setdefault(one.kind, []).append(line)
    return "".join(
        f'<path d="{"".join(lines)}" stroke="{KINDS[kind][0]}" stroke-opacity="0.35"/>'
        for kind, lines in paths.items()
    )


def _rows(rows: Sequence[tuple[str, str]], top: int) -> list[int]:
    """Top of each row of the panel; a choice's own name takes a line above its rows."""
    places: list[int] = []
    at = top
    for _, group in groupby(rows, key=lambda row: row[0]):
        at += GAP + ROW
        for _ in group:
            places.append(at)
            at += ROW
    return places


def _panel(
    drawn: Sequence[CurvePoint],
    across: Sequence[float],
    rows: Sequence[tuple[str, str]],
    places: Sequence[int],
) -> str:
    parts: list[str] = []
    before = ""
    for at, ((choice, alternative), y) in enumerate(zip(rows, places, strict=True)):
        if choice != before:
            parts.append(
                f'<text x="0" y="{y - 4}" fill="{INK}" font-weight="600">{escape(_cut(choice))}'
                f'</text><path d="M0 {y - ROW - 3}H{WIDTH - RIGHT}" stroke="{RULE}"/>'
            )
            before = choice
        parts.append(
            f'<text x="{LEFT - 6}" y="{y + 10}" text-anchor="end" fill="{QUIET}">'
            f"<title>{escape(alternative)}</title>{escape(_cut(alternative))}</text>"
        )
        parts += _ticks(drawn, across, at, y)
    return f'<g aria-hidden="true">{"".join(parts)}</g>'


def _ticks(drawn: Sequence[CurvePoint], across: Sequence[float], row: int, top: int) -> list[str]:
    paths: dict[str, list[str]] = {}
    for one, x in zip(drawn, across, strict=True):
        if row in one.takes:
            paths.setdefault(one.kind, []).append(f"M{x:.1f} {top + 2}v{ROW - 4}")
    return [
        f'<path d="{"".join(lines)}" stroke="{KINDS[kind][0]}" stroke-width="1.3"/>'
        for kind, lines in paths.items()
    ]


def _point(
    one: CurvePoint, at: tuple[float, float], step: float, height: int, *, first: bool, on: bool
) -> str:
    """A link as wide as its share and as high as the drawing, with the dot in it."""
    colour = KINDS[one.kind][0]
    fill = "#fff" if one.kind == "no" else colour
    width = max(step, 1.0)
    ring = f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="7" fill="none" stroke="{INK}" stroke-width="2"/>'
    return (
        f'<a href="{escape(one.address)}" tabindex="{0 if first else -1}" '
        f'aria-label="{escape(one.said)}" data-number="{one.number}">'
        f'<rect x="{at[0] - width / 2:.1f}" y="{TOP}" width="{width:.1f}" '
        f'height="{height - TOP}" fill="transparent"/>{ring if on else ""}'
        f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="2.6" fill="{fill}" stroke="{colour}"/></a>'
    )


def _legend() -> str:
    parts, x = [], LEFT
    for kind, (colour, words) in KINDS.items():
        fill = "#fff" if kind == "no" else colour
        parts.append(
            f'<circle cx="{x + 5}" cy="10" r="4" fill="{fill}" stroke="{colour}"/>'
            f'<text x="{x + 14}" y="14" fill="{INK}">{escape(words)}</text>'
        )
        x += 150
    return f'<g aria-hidden="true">{"".join(parts)}</g>'


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
