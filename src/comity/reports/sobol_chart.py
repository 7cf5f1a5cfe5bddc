"""How much of the variance of a rank each source of uncertainty explains."""

from typing import Any

from comity.assess.weight_sensitivity import Sobol
from comity.reports.chart_theme import INK, MAIN, STEPS, finish
from comity.reports.figure import Figure, listed


def sobol_chart(sobol: Sobol, output: str) -> Figure:
    """Draw first-order and total shares for one output, the largest total first.

    Parameters
    ----------
    sobol
        Estimated shares.
    output
        Id of a partner, or ``"mean shift of all ranks"``.
    """
    import altair as alt

    chosen = [row for row in sobol.rows() if row["output"] == output]
    chosen.sort(key=lambda row: -row["total"])
    sources = [row["source"] for row in chosen]
    table = [entry for row in chosen for entry in _entries(row)]
    data = alt.Data(values=table)
    y = alt.Y("source:N", sort=sources, title=None, axis=alt.Axis(labelLimit=260))
    offset = alt.YOffset("share:N", sort=["alone", "with others"])
    colours = alt.Scale(domain=["alone", "with others"], range=[MAIN, STEPS[1]])
    bars = (
        alt.Chart(data)
        .mark_bar()
        .encode(
            x=alt.X("value:Q", title="Share of the variance", axis=alt.Axis(format="%")),
            y=y,
            yOffset=offset,
            color=alt.Color("share:N", scale=colours, legend=alt.Legend(title=None, orient="top")),
            description="said:N",
        )
    )
    errors = (
        alt.Chart(data).mark_rule(color=INK).encode(x="low:Q", x2="high:Q", y=y, yOffset=offset)
    )
    chart = alt.layer(bars, errors).properties(width=480, height=alt.Step(13))
    title = (
        f"What the rank of {output} depends on"
        if len(output) == 3
        else f"What the {output} depends on"
    )
    summary = (
        "'Alone' is the share of variance that a source explains by itself, 'with others' what it "
        f"explains together with the rest; lines are 95 % intervals. Largest: {listed(sources, 3)}."
    )
    return Figure(title, summary, finish(chart, title=title, summary=summary), table)


def _entries(row: dict[str, Any]) -> list[dict[str, Any]]:
    out = []
    for share, key in (("alone", "first_order"), ("with others", "total")):
        value, half = row[key], row[f"{key}_ci"]
        out.append(
            {
                "source": row["source"],
                "share": share,
                "value": round(value, 4),
                "low": round(value - half, 4),
                "high": round(value + half, 4),
                "said": f"{row['source']}, {share}: {value:.0%}",
            }
        )
    return out
