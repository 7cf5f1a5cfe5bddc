"""What lifts and what lowers one partner's score, construct by construct."""

from comity.assess.explanation import Explanation
from comity.reports.chart_theme import MAIN, OTHER, finish
from comity.reports.figure import Figure, listed


def contribution_bars(explanation: Explanation, *, titles: dict[str, str] | None = None) -> Figure:
    """Draw contributions to the difference from the median partner; they add up to it exactly.

    Parameters
    ----------
    explanation
        A score taken apart.
    titles
        Names of the constructs by id, to show in place of the ids.
    """
    import altair as alt

    table = [
        {
            "construct": (titles or {}).get(name, name),
            "points": round(points, 3),
            "effect": "lifts" if points >= 0 else "lowers",
            "said": f"{(titles or {}).get(name, name)}: {points:+.2f} points",
        }
        for name, points in sorted(explanation.constructs.items(), key=lambda item: -item[1])
    ]
    colours = alt.Scale(domain=["lifts", "lowers"], range=[MAIN, OTHER])
    chart = (
        alt.Chart(alt.Data(values=table))
        .mark_bar(height=12)
        .encode(
            x=alt.X("points:Q", title="Points added to or taken from the median partner's score"),
            y=alt.Y("construct:N", sort=None, title=None, axis=alt.Axis(labelLimit=260)),
            color=alt.Color("effect:N", scale=colours, legend=alt.Legend(title=None, orient="top")),
            description="said:N",
        )
        .properties(width=460, height=alt.Step(22))
    )
    title = f"{explanation.name}: what makes the score {explanation.score:.1f}"
    up = [str(r["construct"]) for r in table if r["effect"] == "lifts"]
    down = [str(r["construct"]) for r in reversed(table) if r["effect"] == "lowers"]
    summary = (
        f"From {explanation.baseline:.1f} for the median partner. Lifts it most: "
        f"{listed(up, 3) or 'nothing'}. Lowers it most: {listed(down, 3) or 'nothing'}."
    )
    return Figure(title, summary, finish(chart, title=title, summary=summary), table)
