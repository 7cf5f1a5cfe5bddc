"""The sheet "Constructs": construct scores, coverage, propensity and rank, all as formulas."""

from typing import Any

import numpy as np

from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity.reports.workbook_formulas import (
    ARRAY_MEANS,
    coverage_formula,
    mean_formula,
    rank_formula,
)
from comity.reports.workbook_layout import (
    CONSTRUCTS_FROM,
    COVERAGE,
    FIRST_ROW,
    PLACE,
    RANK,
    SCORE,
    Layout,
    block,
    cell,
)
from comity.reports.workbook_scaled import cached, write_partners
from comity.reports.workbook_styles import Styles
from comity.reports.workbook_weights import used_weight

_WEIGHTS = FIRST_ROW - 1
EXPORTED = ("Rank at export", "Score at export")
DRAWN = ("Rank, 5 %", "Rank, 95 %", "Share of draws in the top ten")


def write_constructs(
    sheet: Any, styles: Styles, scores: Scores, layout: Layout, intervals: RankIntervals | None
) -> None:
    """Write the aggregation for every partner, in the order of codes."""
    sheet.write(0, 0, "Constructs, propensity and rank", styles.title)
    rule = scores.model.missing
    sheet.write(
        1,
        0,
        f"Within constructs: {scores.model.aggregation[0]} mean; of constructs: "
        f"{scores.model.aggregation[1]} mean. A construct with less than {rule.drop_below:.0%} of its "
        f"weight observed is left out; under {rule.flag_below:.0%} its coverage is marked; a partner "
        f"with less than {rule.top_below:.0%} of the constructs' weight is not scored.",
        styles.text,
    )
    _write_head(sheet, styles, scores, layout)
    write_partners(sheet, styles, scores)
    place = places(scores)
    for row in range(layout.partners):
        for k in range(layout.constructs):
            _write_construct(sheet, styles, scores, layout, (row, k))
        _write_overall(sheet, styles, scores, layout, row)
        _write_rank(sheet, styles, layout, row, (int(scores.rank[row]), place[row]))
    _write_exported(sheet, styles, scores, layout, intervals)
    first, last = layout.coverage_column(0), layout.coverage_column(layout.constructs - 1)
    sheet.conditional_format(
        FIRST_ROW,
        first,
        layout.last_row,
        last,
        {
            "type": "cell",
            "criteria": "<",
            "value": rule.flag_below - 1e-12,
            "format": styles.warning,
        },
    )
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.repeat_rows(FIRST_ROW - 3, FIRST_ROW - 1)


def _write_head(sheet: Any, styles: Styles, scores: Scores, layout: Layout) -> None:
    for column, title in ((SCORE, "Propensity"), (COVERAGE, "Coverage"), (RANK, "Rank")):
        sheet.write(FIRST_ROW - 2, column, title, styles.number_heading)
    sheet.write(FIRST_ROW - 2, PLACE, "Place in the list", styles.number_heading)
    sheet.set_column(SCORE, PLACE, 11)
    sheet.write(FIRST_ROW - 3, CONSTRUCTS_FROM, "Scores", styles.section)
    sheet.write(
        FIRST_ROW - 3, layout.coverage_column(0), "Share of weight observed", styles.section
    )
    for k, construct in enumerate(scores.model.constructs):
        for column in (layout.construct_column(k), layout.coverage_column(k)):
            sheet.write_string(FIRST_ROW - 2, column, construct.label, styles.number_heading)
            sheet.write_formula(
                _WEIGHTS,
                column,
                f"={used_weight(layout.construct_weight_row(k))}",
                styles.weight,
                float(scores.tree.levels[1].weight[k]),
            )
    sheet.write(_WEIGHTS, PLACE, "Weight:", styles.quiet)
    sheet.set_row(FIRST_ROW - 2, 62)
    sheet.set_column(CONSTRUCTS_FROM, layout.export_column - 1, 13)


def _write_construct(
    sheet: Any, styles: Styles, scores: Scores, layout: Layout, at: tuple[int, int]
) -> None:
    i, k = at
    row = FIRST_ROW + i
    left, right = (layout.indicator_column(j) for j in layout.members(k))
    x = f"Scaled!{block((row, left), (row, right))}"
    weight = f"Scaled!{block((_WEIGHTS, left), (_WEIGHTS, right), lock='row')}"
    share = cell(row, layout.coverage_column(k))
    sheet.write_formula(
        row,
        layout.coverage_column(k),
        f"={coverage_formula(x, weight)}",
        styles.share,
        cached(scores.coverage[i, k]),
    )
    mean = scores.model.aggregation[0]
    formula = mean_formula(mean, x, weight, share, scores.model.missing.drop_below)
    _write_mean(
        sheet,
        styles,
        (row, layout.construct_column(k)),
        (mean, formula),
        scores.constructs[i, k],
    )


def _write_overall(sheet: Any, styles: Styles, scores: Scores, layout: Layout, i: int) -> None:
    row = FIRST_ROW + i
    left, right = layout.construct_column(0), layout.construct_column(layout.constructs - 1)
    x = block((row, left), (row, right))
    weight = block((_WEIGHTS, left), (_WEIGHTS, right), lock="row")
    sheet.write_formula(
        row,
        COVERAGE,
        f"={coverage_formula(x, weight)}",
        styles.share,
        cached(scores.overall_coverage[i]),
    )
    mean = scores.model.aggregation[1]
    formula = mean_formula(mean, x, weight, cell(row, COVERAGE), scores.model.missing.top_below)
    _write_mean(sheet, styles, (row, SCORE), (mean, formula), scores.overall[i])


def _write_mean(
    sheet: Any,
    styles: Styles,
    at: tuple[int, int],
    formula: tuple[str, str],
    value: float,
) -> None:
    mean, text = formula
    if mean in ARRAY_MEANS:
        sheet.write_array_formula(*at, *at, f"{{={text}}}", styles.score, cached(value))
    else:
        sheet.write_formula(*at, f"={text}", styles.score, cached(value))


def _write_rank(sheet: Any, styles: Styles, layout: Layout, i: int, now: tuple[int, int]) -> None:
    row = FIRST_ROW + i
    every = block((FIRST_ROW, SCORE), (layout.last_row, SCORE), lock="both")
    formula = rank_formula(cell(row, SCORE), every)
    sheet.write_formula(row, RANK, f"={formula}", styles.whole, now[0] or "")
    mine = cell(row, RANK)
    above = f"{cell(_WEIGHTS, RANK, lock='row')}:{cell(row - 1, RANK)}"
    ranks = block((FIRST_ROW, RANK), (layout.last_row, RANK), lock="both")
    # Ties stand in the order of codes; partners without a score come last.
    place = (
        f"IF(ISNUMBER({mine}),{mine}+COUNTIF({above},{mine}),"
        f"COUNT({ranks})+ROWS({above})-COUNT({above}))"
    )
    sheet.write_formula(row, PLACE, f"={place}", styles.whole, now[1])


def _write_exported(
    sheet: Any, styles: Styles, scores: Scores, layout: Layout, intervals: RankIntervals | None
) -> None:
    column = layout.export_column
    sheet.write(FIRST_ROW - 3, column, "As it was at export (numbers)", styles.section)
    names = EXPORTED + (DRAWN if intervals is not None else ())
    for at, name in enumerate(names):
        sheet.write(FIRST_ROW - 2, column + at, name, styles.number_heading)
    sheet.set_column(column, column + len(names) - 1, 12)
    drawn = {r["partner"]: r for r in intervals.rows()} if intervals is not None else {}
    for i, partner in enumerate(scores.partners):
        row = FIRST_ROW + i
        if scores.rank[i] > 0:
            sheet.write_number(row, column, int(scores.rank[i]), styles.whole)
            sheet.write_number(row, column + 1, float(scores.overall[i]), styles.score)
        if partner in drawn:
            said = drawn[partner]
            sheet.write_number(row, column + 2, said["rank_q05"], styles.whole)
            sheet.write_number(row, column + 3, said["rank_q95"], styles.whole)
            sheet.write_number(row, column + 4, said["top10"], styles.share)


def places(scores: Scores) -> list[int]:
    """Place of each partner in the list, 1 to n: by rank, then code; not scored last."""
    by_rank = sorted(
        range(len(scores.partners)), key=lambda i: (scores.rank[i] == 0, scores.rank[i], i)
    )
    place = np.empty(len(by_rank), dtype=np.int64)
    place[by_rank] = np.arange(1, len(by_rank) + 1)
    return [int(p) for p in place]
