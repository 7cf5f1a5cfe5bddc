"""One indicator through the years: the middle of all partners and how far they spread."""

from typing import Any

import numpy as np

from comity.reports.chart_theme import MAIN, finish
from comity.reports.figure import Figure
from comity.reports.numbers_in_words import short
from comity.terms.arrays import FloatArray, IntArray


def indicator_years(title: str, unit: str, years: IntArray, values: FloatArray) -> Figure:
    """Draw the median, the middle half and the middle nine tenths of the partners of each year.

    Parameters
    ----------
    title, unit
        Of the indicator.
    years, values
        One for each figure ``(n,)``; at least one.
    """
    import altair as alt

    table = [_row(int(year), values[years == year]) for year in np.unique(years)]
    base = alt.Chart(alt.Data(values=table)).encode(
        x=alt.X("year:Q", title=None, axis=alt.Axis(format="d", tickMinStep=1))
    )
    axis = alt.Y("q05:Q", title=unit, scale=alt.Scale(zero=False), axis=alt.Axis(titleLimit=210))
    wide = base.mark_area(color=MAIN, opacity=0.15).encode(y=axis, y2="q95:Q")
    half = base.mark_area(color=MAIN, opacity=0.3).encode(y="q25:Q", y2="q75:Q")
    line = base.mark_line(color=MAIN, point={"size": 18}).encode(y="median:Q", description="said:N")
    chart = alt.layer(wide, half, line).properties(width=640, height=220)
    last = table[-1]
    words = (
        f"The line is the median partner, the dark band the middle half, the light band the middle nine "
        f"tenths. In {last['year']}: median {short(last['median'])}, middle half "
        f"{short(last['q25'])} to {short(last['q75'])}, {last['partners']} partners."
    )
    name = f"{title}, {table[0]['year']}-{last['year']}"
    return Figure(name, words, finish(chart, title=name, summary=words), table)


def _row(year: int, values: FloatArray) -> dict[str, Any]:
    q = np.quantile(values, [0.05, 0.25, 0.5, 0.75, 0.95])
    names = ("q05", "q25", "median", "q75", "q95")
    figures = {name: float(f"{x:.6g}") for name, x in zip(names, q, strict=True)}
    return {
        "year": year,
        "partners": len(values),
        "least": float(f"{values.min():.6g}"),
        **figures,
        "most": float(f"{values.max():.6g}"),
        "said": f"{year}: median {short(figures['median'])} of {len(values)} partners",
    }
