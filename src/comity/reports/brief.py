"""The brief: one HTML file that works without any network."""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from comity.assess.matching import LABELS, Matches
from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity.reports.brief_answer import answer_cards, certainty_sentence
from comity.reports.brief_method import method_of
from comity.reports.brief_partner import partner_pages
from comity.reports.chart_theme import LABEL_COLOURS
from comity.reports.figure import Figure
from comity.reports.numbers_in_words import money, percent, points, rank_span, short
from comity.reports.priority_scatter import priority_scatter
from comity.reports.render import to_svg
from comity.reports.source_notes import source_notes
from comity.reports.world_map import world_map


def brief_html(
    scores: Scores,
    intervals: RankIntervals | None = None,
    matches: Matches | None = None,
    *,
    about: Sequence[str] = (),
    funding_unit: str = "",
    title: str = "",
) -> str:
    """Write the brief: answer, map, scatter, mismatches, ranks, a page a partner, method, sources.

    Parameters
    ----------
    scores
        What was scored.
    intervals
        Rank intervals of the same scores; without them ranks stand alone and the brief says so.
    matches
        Funding against priority and propensity; without them that part is left out.
    about
        Where priority and funding come from, one sentence each.
    funding_unit
        Unit of funding, such as ``"US$ a year"``.
    title
        Heading, in place of one made from year and group.

    Returns
    -------
    str
        One HTML document. Its security policy forbids every request, and there is none.
    """
    script, style = _text("brief.js"), _text("brief.css")
    template = _environment().get_template("brief.html.j2")
    where = f", {scores.group}" if scores.group else ""
    return template.render(
        title=title or f"Where is security cooperation likely to work? {scores.year}{where}",
        scores=scores,
        intervals=intervals,
        matches=matches,
        about=tuple(about),
        cards=answer_cards(scores, intervals, matches),
        certainty="" if intervals is None else certainty_sentence(intervals),
        figures=_figures(scores, matches, funding_unit),
        mismatches=_mismatches(matches),
        ranked=_ranked(scores, intervals, matches),
        pages=partner_pages(scores),
        matched={} if matches is None else {row["partner"]: row for row in matches.rows()},
        drawn={} if intervals is None else {row["partner"]: row for row in intervals.rows()},
        method=method_of(scores, intervals, matches),
        sources=source_notes(scores),
        colours=LABEL_COLOURS,
        funding_unit=funding_unit,
        script=script,
        style=style,
        script_hash=b64encode(sha256(script.encode()).digest()).decode(),
    )


def _figures(scores: Scores, matches: Matches | None, unit: str) -> dict[str, tuple[Figure, str]]:
    """Each figure with its drawing."""
    drawn = {"map": world_map(scores)}
    if matches is not None:
        drawn["scatter"] = priority_scatter(matches, unit=unit)
    return {name: (figure, to_svg(figure, prefix=name)) for name, figure in drawn.items()}


def _mismatches(matches: Matches | None) -> list[dict[str, Any]]:
    """Flagged or labelled partners, widest gap first."""
    if matches is None:
        return []
    return [row for row in matches.rows() if row["flagged"] or row["label"] != LABELS[3]]


def _ranked(
    scores: Scores, intervals: RankIntervals | None, matches: Matches | None
) -> list[dict[str, Any]]:
    """Rows of the ranked table; positions on the interval bar are per cent of its length."""
    drawn = {} if intervals is None else {row["partner"]: row for row in intervals.rows()}
    labels = {} if matches is None else dict(zip(matches.partners, matches.label, strict=True))
    count = max(len(scores.order), 2)
    rows = []
    for row in scores.rows():
        interval = drawn.get(row["partner"])
        rows.append(
            {
                **row,
                "label": labels.get(row["partner"], ""),
                "interval": interval,
                "at": None if not interval else _positions(interval, count),
            }
        )
    return rows


def _positions(interval: dict[str, Any], count: int) -> dict[str, float]:
    names = {"low": "rank_q05", "high": "rank_q95", "median": "rank_median", "rank": "rank"}
    return {
        name: round(100 * (float(interval[key]) - 1) / (count - 1), 1)
        for name, key in names.items()
    }


@cache
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("comity.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"short": short, "money": money, "percent": percent, "points": points}
    environment.globals["rank_span"] = rank_span
    return environment


@cache
def _text(name: str) -> str:
    return files("comity.reports").joinpath("templates", name).read_text(encoding="utf-8")
