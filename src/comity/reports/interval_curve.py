"""A line with its 95 % band over the values of a moderator or a dose."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import altair as alt

_LINE, _BAND = "#1f6fb3", 0.18


def interval_curve(
    rows: Sequence[Mapping[str, Any]], across: str, *, title: str, claim: str, subtitle: str = ""
) -> "alt.VConcatChart":
    """Draw estimates with their intervals, and a dashed line at zero.

    Parameters
    ----------
    rows
        With ``across``, ``estimate``, ``low`` and ``high``. Two or fewer are drawn as points.
    across
        Name of the moderator or dose.
    title, subtitle
        Words above the chart.
    claim
        What an estimate may be called.
    """
    import altair as alt
    import pandas as pd

    # A column's name may hold signs that a chart's shorthand would read as orders.
    frame = pd.DataFrame([{"at": r[across], **{k: r[k] for k in _NEEDED}} for r in rows])
    x = alt.X("at", type="quantitative", title=across)
    drawn = alt.Chart(frame).encode(x=x)
    y = alt.Y("estimate", type="quantitative", title=claim.capitalize())
    tip = [alt.Tooltip(name, type="quantitative") for name in ("at", *_NEEDED)]
    if len(frame) > 2:
        band = drawn.mark_area(opacity=_BAND, color=_LINE).encode(y="low:Q", y2="high:Q")
        line = drawn.mark_line(color=_LINE).encode(y=y, tooltip=tip)
    else:
        band = drawn.mark_rule(color=_LINE).encode(y="low:Q", y2="high:Q")
        line = drawn.mark_point(filled=True, size=60, color=_LINE).encode(y=y, tooltip=tip)
    zero = alt.Chart(frame).mark_rule(strokeDash=[4, 3]).encode(y=alt.datum(0))
    plot = (band + line + zero).properties(width=560, height=320)
    words = alt.Title(title, subtitle=subtitle) if subtitle else alt.Title(title)
    chart: alt.VConcatChart = alt.vconcat(plot, title=words)
    return chart


_NEEDED = ("estimate", "low", "high")
