"""Amounts of several kinds by year, stacked: as areas or as bars."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.reports.chart_theme import finish
from comity.reports.figure import Figure, listed
from comity.reports.numbers_in_words import money, short

#: Okabe and Ito's palette, then a grey for what is left.
COLOURS = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#56B4E9",
    "#D55E00",
    "#CC79A7",
    "#F0E442",
    "#6C5B7B",
    "#8A9BA8",
)
_WIDTH, _HEIGHT = 460, 190


@dataclass(frozen=True, slots=True)
class Stack:
    """What is stacked.

    Parameters
    ----------
    title
        What is shown, with the partner's name.
    series
        Amount by year of each kind, by the kind's name; a year without a figure is absent.
    unit
        Of the amounts.
    note
        What a reader must know.
    """

    title: str
    series: Mapping[str, Mapping[int, float]]
    unit: str
    note: str

    @property
    def years(self) -> list[int]:
        """Years in which any kind has a figure."""
        return sorted({year for amounts in self.series.values() for year in amounts})

    @property
    def kinds(self) -> list[str]:
        """Kinds with any amount, largest sum first."""
        total = {kind: sum(map(abs, amounts.values())) for kind, amounts in self.series.items()}
        return sorted((k for k, x in total.items() if x > 0), key=lambda k: -total[k])


def stacked_areas(stack: Stack, *, dollars: bool = True) -> Figure:
    """Draw areas; an amount below zero (money taken back) is drawn as nothing and kept in the table.

    Raises
    ------
    ValueError
        If there is nothing to draw.
    """
    return _figure(stack, "area", dollars=dollars)


def stacked_bars(stack: Stack, *, dollars: bool = False) -> Figure:
    """Draw one bar for each year; refuses as :func:`stacked_areas`."""
    return _figure(stack, "bar", dollars=dollars)


def _figure(stack: Stack, mark: str, *, dollars: bool) -> Figure:
    import altair as alt

    kinds, years = stack.kinds, stack.years
    if not kinds:
        raise ValueError(f"{stack.title}: there is no amount to draw.")
    write = money if dollars else short
    drawn = [
        {
            "year": year,
            "kind": kind,
            "amount": max(round(stack.series[kind].get(year, 0.0), 2), 0.0),
            "place": place,
            "said": f"{kind}, {year}: {write(stack.series[kind].get(year))}",
        }
        for place, kind in enumerate(kinds)
        for year in years
    ]
    base = alt.Chart(alt.Data(values=drawn))
    # Bars say their numbers one by one; an area is one mark for all years.
    chart = base.mark_area() if mark == "area" else base.mark_bar(width={"band": 0.8})
    encoded = chart.encode(
        x=_years(alt, years, mark),
        y=alt.Y("amount:Q", title=stack.unit, stack="zero", axis=alt.Axis(format=".2~s")),
        color=alt.Color(
            "kind:N",
            scale=alt.Scale(domain=kinds, range=_colours(len(kinds))),
            legend=alt.Legend(title=None, orient="bottom", columns=2, labelLimit=230),
        ),
        order=alt.Order("place:Q"),
        **({"description": "said:N"} if mark == "bar" else {}),
    )
    summary = _summary(stack, years, write)
    spec = finish(
        encoded.properties(width=_WIDTH, height=_HEIGHT), title=stack.title, summary=summary
    )
    return Figure(stack.title, summary, spec, _table(stack, kinds, years))


def _years(alt: Any, years: Sequence[int], mark: str) -> Any:
    shown = [y for y in years if y % 5 == 0] or years
    if mark == "bar":
        return alt.X("year:O", title=None, axis=alt.Axis(values=shown, labelAngle=0))
    domain = alt.Scale(domain=[years[0], years[-1]], nice=False)
    return alt.X("year:Q", title=None, scale=domain, axis=alt.Axis(format="d", values=shown))


def _colours(count: int) -> list[str]:
    return [COLOURS[i % len(COLOURS)] for i in range(count)]


def _table(stack: Stack, kinds: Sequence[str], years: Sequence[int]) -> list[dict[str, Any]]:
    return [{"year": y, **{k: stack.series[k].get(y) for k in kinds}} for y in years]


def _summary(stack: Stack, years: Sequence[int], write: Any) -> str:
    total = {y: sum(stack.series[k].get(y, 0.0) for k in stack.kinds) for y in years}
    most = max(total, key=lambda y: total[y])
    taken = sorted({y for a in stack.series.values() for y, x in a.items() if x < 0})
    said = (
        f"{years[0]}-{years[-1]}, {stack.unit}. Most in {most}: {write(total[most])}. "
        f"Largest over all years: {listed(stack.kinds, 3)}. {stack.note}"
    )
    if taken:
        said += (
            f" Amounts below zero ({listed([str(y) for y in taken], 4)}) were taken back; they are drawn "
            "as nothing and stand in the table."
        )
    return said
