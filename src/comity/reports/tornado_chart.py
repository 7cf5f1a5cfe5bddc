"""How one partner's rank moves when one weight at a time moves."""

from collections.abc import Mapping
from typing import Any

from comity.assess.weight_sensitivity import Tornado, TornadoBar
from comity.reports.chart_theme import INK, MAIN, OTHER, finish
from comity.reports.figure import Figure, listed


def tornado_chart(
    tornado: Tornado, *, top: int = 15, titles: Mapping[str, str] | None = None
) -> Figure:
    """Draw the span of ranks for the weights that move the rank most.

    Parameters
    ----------
    tornado
        One weight at a time.
    top
        How many weights to draw.
    titles
        Names of constructs and indicators by id, to show in place of the ids.
    """
    import altair as alt

    table = [_row(bar, (titles or {}).get(bar.what, bar.what)) for bar in tornado.bars[:top]]
    data = alt.Data(values=table)
    names = alt.Y("weight:N", sort=None, title=None, axis=alt.Axis(labelLimit=280))
    spans = (
        alt.Chart(data)
        .mark_bar(height=10, color=MAIN, opacity=0.45)
        .encode(
            x=alt.X(
                "best:Q", title="Rank (1 is the highest propensity)", scale=alt.Scale(zero=False)
            ),
            x2="worst:Q",
            y=names,
            description="said:N",
        )
    )
    without = (
        alt.Chart(data)
        .mark_point(filled=True, size=55, color=OTHER, shape="diamond")
        .encode(x="without:Q", y=names)
    )
    now = (
        alt.Chart(alt.Data(values=[{"rank": tornado.rank}])).mark_rule(color=INK).encode(x="rank:Q")
    )
    chart = alt.layer(spans, without, now).properties(width=480, height=alt.Step(20))
    title = f"{tornado.name}: rank {tornado.rank} when one weight moves by {tornado.change:.0%}"
    moved = [row for row in table if row["best"] != row["worst"] or row["without"] != tornado.rank]
    summary = (
        "The bar runs from the best to the worst rank as a weight is lowered and raised; the diamond "
        "is the rank without it; the line is the rank as it is. "
        f"Moves it most: {listed([r['weight'] for r in moved], 3) or 'nothing'}."
    )
    return Figure(title, summary, finish(chart, title=title, summary=summary), table)


def _row(bar: TornadoBar, name: str) -> dict[str, Any]:
    ranks = (bar.rank_low, bar.rank_high)
    return {
        "weight": name,
        "kind": bar.kind,
        "best": min(ranks),
        "worst": max(ranks),
        "without": bar.rank_without,
        "said": f"{name}: rank {bar.rank_low} if lowered, {bar.rank_high} if raised, "
        f"{bar.rank_without} without it",
    }
