"""Paths since the start of treatment, one colour for each estimator, with 95 % intervals."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.terms.errors import DataMissing
from comity.terms.estimate import Estimate

if TYPE_CHECKING:
    import altair as alt

_COLOURS = ("#8A9BA8", "#0072B2", "#D55E00", "#009E73")
_LEAD = "since::"


def event_paths(estimates: Sequence[Estimate], *, title: str, claim: str) -> "alt.VConcatChart":
    """Draw the coefficients ``since::...`` of some estimates side by side.

    Parameters
    ----------
    estimates
        With times since the start as ``since::-2``.
    title
        Words above the chart.
    claim
        What an estimate may be called.

    Raises
    ------
    DataMissing
        If no estimate has such a coefficient.
    """
    import altair as alt
    import pandas as pd

    rows = [
        {
            "since": float(row.term.removeprefix(_LEAD)),
            "estimator": estimate.estimator,
            "estimate": row.estimate,
            "low": row.low,
            "high": row.high,
        }
        for estimate in estimates
        for row in estimate.coefficients
        if row.term.startswith(_LEAD)
    ]
    if not rows:
        raise DataMissing("There is no time since the start to draw.")
    frame = pd.DataFrame(rows)
    names = list(dict.fromkeys(frame["estimator"]))
    scale = alt.Scale(domain=names, range=list(_COLOURS[: len(names)]))
    drawn = alt.Chart(frame).encode(
        x=alt.X("since:O", title="periods since the start", axis=alt.Axis(labelAngle=0)),
        xOffset=alt.XOffset("estimator:N", sort=names),
        color=alt.Color("estimator:N", title=None, scale=scale, sort=names),
    )
    whisker = drawn.mark_rule().encode(
        y=alt.Y("low:Q", title=claim.capitalize()), y2=alt.Y2("high:Q")
    )
    dot = drawn.mark_point(filled=True, size=40).encode(
        y="estimate:Q", tooltip=["estimator:N", "since:Q", "estimate:Q", "low:Q", "high:Q"]
    )
    zero = alt.Chart(frame).mark_rule(strokeDash=[4, 3]).encode(y=alt.datum(0))
    plot = (zero + whisker + dot).properties(width=640, height=320)
    words = alt.Title(title, subtitle="95 % interval of each time by itself")
    chart: alt.VConcatChart = alt.vconcat(plot, title=words)
    return chart
