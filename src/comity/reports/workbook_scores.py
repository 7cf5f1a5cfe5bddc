"""The sheet "Scores": partners in the order of their scores, which follows the weights."""

from typing import Any

from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity.reports.workbook_constructs import DRAWN, EXPORTED, places
from comity.reports.workbook_layout import (
    COVERAGE,
    FIRST_ROW,
    PLACE,
    RANK,
    SCORE,
    Layout,
    block,
    cell,
)
from comity.reports.workbook_scaled import cached
from comity.reports.workbook_styles import Styles

_HEAD = FIRST_ROW - 1


def write_scores(
    sheet: Any, styles: Styles, scores: Scores, layout: Layout, intervals: RankIntervals | None
) -> None:
    """Write the ranked list as look-ups into "Constructs"."""
    where = f", {scores.group}" if scores.group else ""
    sheet.write(0, 0, f"Propensity {scores.year}{where}", styles.title)
    sheet.write(1, 0, _subtitle(scores, intervals), styles.text)
    sheet.write(
        2,
        0,
        "The list sorts itself: change a weight on the sheet Weights and rank, score and order "
        "follow. What stands under 'at export' does not change.",
        styles.quiet,
    )
    columns = _columns(styles, scores, layout, intervals)
    for at, (title, _, style, width) in enumerate(columns):
        head = styles.heading if style is styles.text else styles.number_heading
        sheet.write(_HEAD, at, title, head)
        sheet.set_column(at, at, width, style)
    helper = len(columns)
    sheet.write(_HEAD, helper, "row", styles.small_heading)
    sheet.set_column(helper, helper, 6, None, {"hidden": True})
    values = _values(scores, intervals)
    place = places(scores)
    order = sorted(range(layout.partners), key=lambda i: place[i])
    every_place = _range(layout, PLACE)
    for line, i in enumerate(order):
        row = FIRST_ROW + line
        match = f"=MATCH(ROWS({cell(FIRST_ROW, 0, lock='row')}:{cell(row, 0)}),{every_place},0)"
        sheet.write_formula(row, helper, match, styles.whole, i + 1)
        for at, (_, source, style, _) in enumerate(columns):
            position = cell(row, helper, lock="column")
            formula = _gained(row) if source < 0 else _look_up(layout, source, position)
            sheet.write_formula(row, at, f"={formula}", style, values[i][at])
    sheet.set_row(_HEAD, 48)
    sheet.freeze_panes(FIRST_ROW, 3)
    sheet.repeat_rows(_HEAD)
    colours = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#9CC3DC"}
    sheet.conditional_format(FIRST_ROW, 3, layout.last_row, 3, colours)


def _subtitle(scores: Scores, intervals: RankIntervals | None) -> str:
    said = f"{scores.model.title or scores.model.name} ({scores.model.status}). "
    said += "A screening aid, not a forecast. "
    if intervals is not None:
        said += (
            f"Rank intervals: 90 % of {intervals.draws.draws:,} draws, seed {intervals.draws.seed}, "
            "at the weights of the export."
        )
    return said


def _columns(
    styles: Styles, scores: Scores, layout: Layout, intervals: RankIntervals | None
) -> list[tuple[str, int, Any, int]]:
    """Title, column on Constructs (-1 for none), format and width."""
    export = layout.export_column
    columns = [
        ("Rank", RANK, styles.whole, 7),
        ("Code", 0, styles.text, 7),
        ("Partner", 1, styles.text, 28),
        ("Propensity", SCORE, styles.score, 12),
        ("Coverage", COVERAGE, styles.share, 10),
        (EXPORTED[0], export, styles.whole, 9),
        ("Places gained", -1, styles.move, 9),
    ]
    if intervals is not None:
        columns += [
            (title, export + 2 + at, styles.share if at == 2 else styles.whole, 10)
            for at, title in enumerate(DRAWN)
        ]
    columns += [
        (construct.label, layout.construct_column(k), styles.score, 14)
        for k, construct in enumerate(scores.model.constructs)
    ]
    return columns


def _range(layout: Layout, column: int) -> str:
    return f"Constructs!{block((FIRST_ROW, column), (layout.last_row, column), lock='both')}"


def _look_up(layout: Layout, column: int, position: str) -> str:
    found = f"INDEX({_range(layout, column)},{position})"
    if column < layout.export_column:
        return found
    # An empty cell would be looked up as zero.
    return f'IF(ISNUMBER({found}),{found},"")'


def _gained(row: int) -> str:
    before, now = cell(row, 5), cell(row, 0)
    return f'IF(AND(ISNUMBER({before}),ISNUMBER({now})),{before}-{now},"")'


def _values(scores: Scores, intervals: RankIntervals | None) -> list[list[Any]]:
    """What each formula shows before anything is recalculated, by partner."""
    drawn = {r["partner"]: r for r in intervals.rows()} if intervals is not None else {}
    out = []
    for i, partner in enumerate(scores.partners):
        rank: int | str = int(scores.rank[i]) or ""
        line: list[Any] = [rank, partner, scores.names[i], cached(scores.overall[i])]
        line += [cached(scores.overall_coverage[i]), rank, 0 if rank else ""]
        if intervals is not None:
            said = drawn.get(partner, {})
            line += [said.get(name, "") for name in ("rank_q05", "rank_q95", "top10")]
        out.append(line + [cached(value) for value in scores.constructs[i]])
    return out
