"""Ranks with their intervals, best first."""

from typing import Any

from comity.assess.rank_intervals import RankIntervals
from comity.reports.chart_theme import MAIN, finish
from comity.reports.figure import Figure, listed


def rank_chart(intervals: RankIntervals, *, top: int = 30) -> Figure:
    """Draw the nominal rank, the median and the 90 % interval of the best partners."""
    import altair as alt

    table = [_row(row) for row in intervals.rows()[:top]]
    data = alt.Data(values=table)
    names = alt.Y("name:N", sort=None, title=None)
    bars = (
        alt.Chart(data)
        .mark_bar(height=7, color=MAIN, opacity=0.3, cornerRadius=3)
        .encode(
            x=alt.X(
                "low:Q", title="Rank (1 is the highest propensity)", scale=alt.Scale(domainMin=1)
            ),
            x2="high:Q",
            y=names,
            description="said:N",
        )
    )
    median = (
        alt.Chart(data).mark_tick(thickness=2, height=11, color=MAIN).encode(x="median:Q", y=names)
    )
    nominal = (
        alt.Chart(data)
        .mark_point(filled=False, size=42, color=MAIN, fill="#ffffff", strokeWidth=1.5)
        .encode(x="rank:Q", y=names)
    )
    chart = alt.layer(bars, median, nominal).properties(width=560, height=alt.Step(18))
    title = f"Ranks and their 90 % intervals, first {len(table)}"
    summary = _summary(table, intervals)
    return Figure(title, summary, finish(chart, title=title, summary=summary), table)


def _row(row: dict[str, Any]) -> dict[str, Any]:
    low, high = round(row["rank_q05"], 1), round(row["rank_q95"], 1)
    return {
        "partner": row["partner"],
        "name": row["name"],
        "rank": row["rank"],
        "median": round(row["rank_median"], 1),
        "low": low,
        "high": high,
        "said": f"{row['name']}: rank {row['rank']}, 90 % of draws between {low:g} and {high:g}",
    }


def _summary(table: list[dict[str, Any]], intervals: RankIntervals) -> str:
    wide = max(table, key=lambda row: row["high"] - row["low"])
    return (
        f"Bars hold 90 % of {intervals.draws.draws:,} draws, the tick is the median, the ring the rank "
        f"without uncertainty. First: {listed([r['name'] for r in table], 3)}. Widest: "
        f"{wide['name']}, {wide['low']:g} to {wide['high']:g}."
    )
