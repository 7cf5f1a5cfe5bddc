"""Figures of a ready study: the claims side by side, and the curve behind each."""

from typing import Any

from comity.evaluate.ready_result import Finding, ReadyResult, Specification, Verdict
from comity.reports.chart_theme import MAIN, OTHER, QUIET, finish
from comity.reports.figure import Figure
from comity.reports.specification_curve import specification_curve

DRAWN = 160
COLOURS = {
    Verdict.AGREE.value: MAIN,
    Verdict.DISAGREE.value: OTHER,
    Verdict.CANNOT_SAY.value: QUIET,
    Verdict.DESCRIBED.value: "#A7B3BD",
}


def claims_figure(result: ReadyResult) -> Figure:
    """Headline of every finding in standard deviations, with its interval.

    The grey band is what the verdicts' rule does not count: within a tenth.
    """
    import altair as alt
    import pandas as pd

    rows = [_bar(one) for one in result.findings if one.headline is not None]
    frame = pd.DataFrame(rows)
    order = [row["finding"] for row in rows]
    base = alt.Chart(frame).encode(
        y=alt.Y("finding:N", sort=order, title=None, axis=alt.Axis(labelLimit=260)),
        color=alt.Color(
            "verdict:N",
            title=None,
            scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())),
            legend=alt.Legend(orient="top"),
        ),
    )
    # One row of its own: a mark without data of its own is drawn once for each row of the chart.
    once = alt.Data(values=[{"low": -0.1, "high": 0.1, "zero": 0.0}])
    band = alt.Chart(once).mark_rect(color="#8A9BA8", opacity=0.15).encode(x="low:Q", x2="high:Q")
    zero = alt.Chart(once).mark_rule(color=QUIET).encode(x="zero:Q")
    axis = "headline association, standard deviations"
    reach = base.mark_rule(size=2).encode(
        x=alt.X("low:Q", title=axis, scale=alt.Scale(nice=True)), x2="high:Q"
    )
    dot = base.mark_point(filled=True, size=60, opacity=1).encode(
        x="estimate:Q", description="told:N"
    )
    chart = (band + zero + reach + dot).properties(width=640, height=26 * len(rows))
    title = "Every question at a glance"
    told = "; ".join(row["told"] for row in rows)
    return Figure(title, told, finish(chart, title=title, summary=told), rows)


def _bar(one: Finding) -> dict[str, Any]:
    assert one.headline is not None
    low, high = sorted((one.headline.low * one.scale, one.headline.high * one.scale))
    estimate = one.headline.estimate * one.scale
    return {
        "finding": one.id.replace("-", " "),
        "estimate": estimate,
        "low": low,
        "high": high,
        "verdict": one.verdict.value,
        "told": f"{one.id.replace('-', ' ')}: {estimate:+.2f} ({low:+.2f} to {high:+.2f}),"
        f" {one.verdict.value}",
    }


def curve_figure(result: ReadyResult, name: str, *, most: int = DRAWN) -> Figure:
    """Specification curve of one finding with its choices below.

    Parameters
    ----------
    name
        Id of the finding.
    most
        Specifications to draw at most.
    """
    import pandas as pd

    found = result.curve(name)
    choices = _choices(found)
    frame = pd.DataFrame([_row(one, choices) for one in found])
    title = f"Specification curve: {name.replace('-', ' ')}"
    chart = specification_curve(
        frame, choices, title=title, claim=result.called.value, most=most
    ).resolve_scale(color="shared")
    curve = result.finding(name).curve
    told = "" if curve is None else (
        f"{curve.specifications:,} specifications; median {curve.median:.3g}, 95 per cent of them"
        f" from {curve.low:.3g} to {curve.high:.3g}; {curve.negative:.0%} negative,"
        f" {curve.significant:.0%} significant."
    )  # fmt: skip
    table = [one.to_dict() for one in found]
    return Figure(title, told, finish(chart, title=title, summary=told), table)


def _choices(found: tuple[Specification, ...]) -> dict[str, tuple[str, ...]]:
    in_order = sorted(found, key=lambda one: one.number)
    choices = {
        name: tuple(dict.fromkeys(one.settings[name] for one in in_order))
        for name in in_order[0].settings
    }
    controls = dict.fromkeys(control for one in in_order for control in one.controls)
    return choices | {f"control: {control}": ("out", "in") for control in controls}


def _row(one: Specification, choices: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    controls = {
        name: name.removeprefix("control: ") in one.controls
        for name in choices
        if name.startswith("control: ")
    }
    return {
        "specification": one.number,
        **one.settings,
        **controls,
        "estimate": one.estimate,
        "low": one.low,
        "high": one.high,
        "p_value": one.p_value,
    }
