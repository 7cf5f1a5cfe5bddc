"""One partner's score and rank through the years, on the frozen reference."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from comity.reports.chart_theme import MAIN, QUIET, finish
from comity.reports.figure import Figure

_WIDTH = 460


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a partner stood in one year.

    Parameters
    ----------
    year, score, rank, of
        Score on the frozen reference, rank among the partners scored, and how many those are.
    """

    year: int
    score: float
    rank: int
    of: int


def score_trend(name: str, standings: Sequence[Standing], *, reference: int | None) -> Figure:
    """Draw the score above and the rank beneath it, first place on top.

    Parameters
    ----------
    name
        Of the partner.
    standings
        Oldest first; at least one.
    reference
        Year on which scores are fixed; None where each year has its own.
    """
    import altair as alt

    table = [_row(name, standing) for standing in standings]
    data = alt.Data(values=table)
    years = alt.X(
        "year:Q",
        title=None,
        axis=alt.Axis(format="d", tickMinStep=5),
        scale=alt.Scale(domain=[table[0]["year"], table[-1]["year"]], nice=False),
    )
    most = max(standing.of for standing in standings)
    score = _line(alt, data, years, alt.Y("score:Q", title="Score", scale=alt.Scale(zero=False)))
    rank = _line(
        alt,
        data,
        years,
        alt.Y(
            "rank:Q",
            title="Rank",
            scale=alt.Scale(domain=[1, most], reverse=True, nice=False),
            axis=alt.Axis(values=sorted({1, *range(50, most, 50), most})),
        ),
    )
    chart = alt.vconcat(score.properties(height=110), rank.properties(height=110))
    title = f"{name}: score and rank, {table[0]['year']}-{table[-1]['year']}"
    summary = _summary(standings, reference)
    return Figure(title, summary, finish(chart, title=title, summary=summary), table)


def _line(alt: Any, data: Any, years: Any, values: Any) -> Any:
    line = alt.Chart(data).mark_line(color=MAIN, strokeWidth=2).encode(x=years, y=values)
    points = (
        alt.Chart(data)
        .mark_point(filled=True, size=16, color=QUIET, opacity=1)
        .encode(x=years, y=values, description="said:N")
    )
    return alt.layer(line, points).properties(width=_WIDTH)


def _row(name: str, standing: Standing) -> dict[str, Any]:
    score = round(standing.score, 2)
    return {
        "year": standing.year,
        "score": score,
        "rank": standing.rank,
        "of": standing.of,
        "said": f"{name} {standing.year}: {score:.1f}, rank {standing.rank} of {standing.of}",
    }


def _summary(standings: Sequence[Standing], reference: int | None) -> str:
    first, last = standings[0], standings[-1]
    best = max(standings, key=lambda s: s.score)
    where = "its own year" if reference is None else str(reference)
    return (
        f"From {first.score:.1f} (rank {first.rank} of {first.of}) in {first.year} to {last.score:.1f} "
        f"(rank {last.rank} of {last.of}) in {last.year}; highest in {best.year}, {best.score:.1f}. "
        f"Scores are fixed on {where}; earlier years rest on fewer indicators."
    )
