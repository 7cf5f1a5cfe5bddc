"""The sheet "Read me": what the workbook is, how to use it, and where it comes from."""

from typing import Any

from comity.assess.matching import Matches
from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity.reports.workbook_styles import Styles

_SHEETS = (
    ("Scores", "Partners by propensity. Sorts itself when a weight changes."),
    ("Weights", "The yellow cells are yours to change; everything else follows."),
    ("Constructs", "Construct scores, how much was observed, propensity and rank."),
    ("Scaled", "Every value on the model's scale."),
    ("Turned", "Every value after its transform, turned so that high is favourable."),
    ("Raw", "Every value as published; empty where nothing was observed."),
    ("Years observed", "The year of each value."),
    ("Reference", "The frozen sample that scaling is fitted on."),
    ("Matching", "Funding against priority and propensity (only if it was asked for)."),
    ("Sources", "What each indicator means, who publishes it, under which licence."),
)
_LINE = 105  # characters that fit on a line of the second column


def write_readme(
    sheet: Any,
    styles: Styles,
    scores: Scores,
    intervals: RankIntervals | None,
    matches: Matches | None,
) -> None:
    """Write words only, in two columns."""
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 110)
    sheet.merge_range(0, 0, 0, 1, "UNCLASSIFIED", styles.banner)
    sheet.write(2, 0, f"Propensity for cooperation, {scores.year}", styles.title)
    row = 4
    for heading, words in _sections(scores, intervals, matches):
        sheet.write(row, 0, heading, styles.section)
        sheet.write_blank(row, 1, None, styles.section)
        row += 1
        for left, right in words:
            sheet.write_string(row, 0, left, styles.text)
            sheet.write_string(row, 1, right, styles.wrapped)
            sheet.set_row(row, 15.5 * max(1, -(-len(right) // _LINE)))
            row += 1
        row += 1


def _sections(
    scores: Scores, intervals: RankIntervals | None, matches: Matches | None
) -> list[tuple[str, list[tuple[str, str]]]]:
    model, source = scores.model, scores.provenance
    what = [
        (
            "What it is",
            "Partners scored by how likely cooperation is to work there, from open data.",
        ),
        (
            "What it is not",
            "A screening aid, not a forecast; a score is not a judgement of a country.",
        ),
        ("Model", f"{model.title or model.name} ({model.status})"),
        ("Partners", f"{len(scores.order)} of {len(scores.partners)} are scored"),
    ]
    if model.notes:
        what.append(("Notes", model.notes))
    use = [
        ("1", "Change yellow cells on the sheet Weights. Scores, ranks and the order follow."),
        ("2", "A weight of zero leaves an indicator or construct out. Weights are relative."),
        ("3", "Save, then: comity assess import-workbook FILE.xlsx --out my-model.toml"),
        ("4", "Then: comity assess rank --model my-model.toml, with rank intervals of its own."),
    ]
    made = [
        ("Recipe", source.recipe),
        ("Data edition", source.data),
        ("Comity", source.version),
        *(("Assumed", sentence) for sentence in source.assumed),
        *(("Left out", sentence) for sentence in source.dropped),
    ]
    if intervals is not None:
        made.append(("Draws", f"{intervals.draws.draws:,}, seed {intervals.draws.seed}"))
        known = set(source.assumed)
        made += [("Drawn", s) for s in intervals.provenance.assumed if s not in known]
    sheets = [s for s in _SHEETS if matches is not None or s[0] != "Matching"]
    return [
        ("This workbook", what),
        ("How to use it", use),
        ("Sheets", sheets),
        ("Where it comes from", made),
    ]
