"""Where funding stands and where priority and propensity would put it."""

from typing import Any

from comity.assess.matching import Matches
from comity.reports.chart_theme import MAIN, OTHER, QUIET, finish
from comity.reports.figure import Figure, listed


def gap_chart(matches: Matches, *, top: int = 20) -> Figure:
    """Draw the funding rank and the expected one for the partners with the widest gaps."""
    import altair as alt

    table = [_row(row) for row in matches.rows()[:top]]
    data = alt.Data(values=table)
    names = alt.Y("name:N", sort=None, title=None)
    lines = (
        alt.Chart(data)
        .mark_rule(color=QUIET, strokeWidth=1.5)
        .encode(
            x=alt.X("funding:Q", title="Percentile rank", scale=alt.Scale(domain=[0, 100])),
            x2="expected:Q",
            y=names,
        )
    )
    ends = (
        alt.Chart(data)
        .transform_fold(["funding", "expected"], as_=["what", "at"])
        .mark_point(filled=True, size=60, opacity=1)
        .encode(
            x="at:Q",
            y=names,
            color=alt.Color(
                "what:N",
                scale=alt.Scale(domain=["funding", "expected"], range=[OTHER, MAIN]),
                legend=alt.Legend(title=None, orient="top"),
            ),
            shape=alt.Shape(
                "what:N",
                scale=alt.Scale(domain=["funding", "expected"], range=["circle", "diamond"]),
                legend=alt.Legend(title=None, orient="top"),
            ),
            description="said:N",
        )
    )
    chart = alt.layer(lines, ends).properties(width=520, height=alt.Step(18))
    title = f"Funding and what would be expected, {len(table)} widest gaps"
    more = [r["name"] for r in table if r["funding"] > r["expected"]]
    less = [r["name"] for r in table if r["funding"] < r["expected"]]
    summary = (
        f"Expected is {matches.balance:g} priority and {1 - matches.balance:g} propensity. More is spent "
        f"on {listed(more) or 'none'}; less on {listed(less) or 'none'}."
    )
    return Figure(title, summary, finish(chart, title=title, summary=summary), table)


def _row(row: dict[str, Any]) -> dict[str, Any]:
    funding, expected = (round(100 * row[k], 1) for k in ("funding_rank", "expected_rank"))
    return {
        "partner": row["partner"],
        "name": row["name"],
        "funding": funding,
        "expected": expected,
        "label": row["label"],
        "said": f"{row['name']}: funding at {funding:.0f}, expected at {expected:.0f}; {row['label']}",
    }
