"""One partner's construct scores beside the median partner's."""

from typing import Any

import numpy as np

from comity.assess.scores import Scores
from comity.reports.chart_theme import INK, MAIN, finish
from comity.reports.figure import Figure, listed


def construct_bars(scores: Scores, partner: str) -> Figure:
    """Draw each construct's score as a bar and the median of the scored partners as a tick."""
    import altair as alt

    row = scores.row(partner)
    table = construct_table(scores, row)
    data = alt.Data(values=table)
    names = alt.Y("construct:N", sort=None, title=None, axis=alt.Axis(labelLimit=260))
    bars = (
        alt.Chart(data)
        .mark_bar(color=MAIN, height=11)
        .encode(x=alt.X("score:Q", title="Construct score"), y=names, description="said:N")
    )
    ticks = (
        alt.Chart(data).mark_tick(color=INK, thickness=2, height=17).encode(x="median:Q", y=names)
    )
    chart = alt.layer(bars, ticks).properties(width=460, height=alt.Step(24))
    title = f"{scores.names[row]}: constructs against the median partner, {scores.year}"
    known = [r for r in table if r["score"] is not None]
    above = [str(r["construct"]) for r in known if r["score"] >= r["median"]]
    missing = [str(r["construct"]) for r in table if r["score"] is None]
    summary = f"The tick is the median partner. At or above it: {listed(above, 10) or 'none'}."
    if missing:
        summary += f" Not scored: {listed(missing, 10)}."
    return Figure(title, summary, finish(chart, title=title, summary=summary), table)


def construct_table(scores: Scores, row: int) -> list[dict[str, Any]]:
    """Score, median and coverage of each construct for one partner."""
    scored = scores.constructs[scores.order]
    out: list[dict[str, Any]] = []
    for k, construct in enumerate(scores.model.constructs):
        value, column = scores.constructs[row, k], scored[:, k]
        median = float(np.nanmedian(column)) if (~np.isnan(column)).any() else None
        known = not np.isnan(value)
        out.append(
            {
                "construct": construct.label,
                "score": round(float(value), 2) if known else None,
                "median": None if median is None else round(median, 2),
                "coverage": round(float(scores.coverage[row, k]), 3),
                "said": f"{construct.label}: {value:.1f}"
                if known
                else f"{construct.label}: not scored",
            }
        )
    return out
