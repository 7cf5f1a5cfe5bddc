"""Ranks before and after, for the partners that move most."""

from typing import Any

from comity.assess.comparison import Comparison
from comity.reports.chart_theme import MAIN, OTHER, QUIET, finish
from comity.reports.figure import Figure, listed

_UP, _DOWN = "rises", "falls"


def move_chart(comparison: Comparison, *, top: int = 30) -> Figure:
    """Draw a line from the old rank to the new one, the widest moves first.

    Parameters
    ----------
    comparison
        Two sets of scores compared.
    top
        Most partners that are drawn.
    """
    import altair as alt

    table = [
        {
            "partner": m.partner,
            "name": m.name,
            "before": m.rank_before,
            "after": m.rank_after,
            "moved": m.moved,
            "way": _UP if m.moved > 0 else _DOWN,
            "said": f"{m.name}: rank {m.rank_before} to {m.rank_after}",
        }
        for m in comparison.moves[:top]
        if m.moved
    ]
    title = f"Who moves most: {comparison.before} to {comparison.after}"
    summary = _summary(comparison, table)
    return Figure(title, summary, finish(_layers(alt, table), title=title, summary=summary), table)


def _layers(alt: Any, table: list[dict[str, Any]]) -> Any:
    data = alt.Data(values=table)
    names = alt.Y("name:N", sort=None, title=None)
    way = alt.Color(
        "way:N",
        scale=alt.Scale(domain=[_UP, _DOWN], range=[MAIN, OTHER]),
        legend=alt.Legend(title=None, orient="top"),
    )
    axis = alt.X(
        "before:Q", title="Rank (1 is the highest propensity)", scale=alt.Scale(domainMin=1)
    )
    line = (
        alt.Chart(data)
        .mark_bar(height=3)
        .encode(x=axis, x2="after:Q", y=names, color=way, description="said:N")
    )
    old = alt.Chart(data).mark_point(size=40, color=QUIET, fill="#ffffff").encode(x=axis, y=names)
    new = (
        alt.Chart(data)
        .mark_point(size=60, filled=True, opacity=1)
        .encode(x="after:Q", y=names, color=way)
    )
    return alt.layer(line, old, new).properties(width=560, height=alt.Step(18))


def _summary(comparison: Comparison, table: list[dict[str, Any]]) -> str:
    moved = sum(1 for m in comparison.moves if m.moved)
    up = [row["name"] for row in table if row["moved"] > 0]
    down = [row["name"] for row in table if row["moved"] < 0]
    return (
        f"The ring is the rank before, the dot the rank after. {moved} of {len(comparison.moves)} "
        f"partners change rank; rank correlation {comparison.correlation:.3f}. Rise most: "
        f"{listed(up, 3) or 'none'}. Fall most: {listed(down, 3) or 'none'}."
    )
