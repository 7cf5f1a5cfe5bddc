"""The answer of ``comity assess rank``: rows, JSON, and the files that may go with it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity.cli.shared_assess import say
from comity.cli.shared_matching import Matched, MatchOptions
from comity.cli.shared_writing import check_destination, write_file
from comity.reports.brief import brief_html
from comity.reports.draws_parquet import draws_bytes
from comity.reports.workbook import workbook_bytes
from comity.terms.errors import DataMissing, InputError
from comity.world.panel import Panel

_DRAWN = ("rank_mean", "rank_median", "rank_q05", "rank_q95", "top10")


@dataclass(frozen=True, slots=True)
class RankFiles:
    """Files to write beside the table; checked before anything is computed."""

    html: Path | None = None
    xlsx: Path | None = None
    draws: Path | None = None

    def __post_init__(self) -> None:
        wanted = ((self.html, ".html"), (self.xlsx, ".xlsx"), (self.draws, ".parquet"))
        for path, suffix in wanted:
            if path is not None:
                check_destination(path, suffix=suffix)

    @property
    def need_draws(self) -> bool:
        """Whether every draw must be kept."""
        return any(path is not None for path in (self.html, self.xlsx, self.draws))

    def write(self, scores: Scores, intervals: RankIntervals | None, panel: Panel) -> None:
        """Write each file whole or not at all, and say where it is."""
        wanted = self.html is not None or self.xlsx is not None
        matched = _match_if_possible(scores, panel, intervals) if wanted else None
        if self.xlsx is not None:
            matches = None if matched is None else matched.matches
            content = workbook_bytes(scores, intervals, matches)
            say(f"Wrote {write_file(self.xlsx, content)}")
        if self.draws is not None and intervals is not None:
            say(f"Wrote {write_file(self.draws, draws_bytes(intervals))}")
        if self.html is not None:
            write_brief(self.html, scores, intervals, matched)


def _match_if_possible(
    scores: Scores, panel: Panel, intervals: RankIntervals | None
) -> Matched | None:
    """Matching belongs to the brief and the workbook, but too few partners must not stop them."""
    try:
        return MatchOptions().match(scores, panel, intervals)
    except (InputError, DataMissing) as refusal:
        say(f"Without matching: {refusal}")
        return None


def write_brief(
    path: Path, scores: Scores, intervals: RankIntervals | None, matched: Matched | None
) -> None:
    """Write the self-contained brief and say where it is."""
    if matched is None:
        page = brief_html(scores, intervals)
    else:
        page = brief_html(
            scores, intervals, matched.matches, about=matched.about, funding_unit=matched.unit
        )
    say(f"Wrote {write_file(path, page.encode('utf-8'))}")


def rank_rows(scores: Scores, intervals: RankIntervals | None) -> list[dict[str, Any]]:
    """Scores with the rank statistics beside them."""
    rows = scores.rows()
    if intervals is None:
        return rows
    drawn = {row["partner"]: row for row in intervals.rows()}
    empty = dict.fromkeys(_DRAWN)
    return [{**row, **{k: drawn.get(row["partner"], empty)[k] for k in _DRAWN}} for row in rows]


def rank_payload(
    scores: Scores, intervals: RankIntervals | None, rows: list[dict[str, Any]]
) -> dict[str, Any]:
    """What ``--json`` prints."""
    out = {**scores.to_dict(), "partners": rows}
    if intervals is not None:
        drawn = intervals.to_dict()
        out |= {k: drawn[k] for k in ("draws", "seed", "variants", "outranks", "provenance")}
    return out


def rank_title(scores: Scores, intervals: RankIntervals | None) -> str:
    """Heading of the table."""
    where = f", {scores.group}" if scores.group else ""
    drawn = f"; 90 % rank intervals over {intervals.draws.draws:,} draws" if intervals else ""
    return f"Propensity {scores.year}{where} ({scores.model.title or scores.model.name}){drawn}"
