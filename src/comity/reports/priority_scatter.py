"""Priority against propensity, with funding as the size of each mark."""

from math import pi, sqrt
from typing import Any

from comity.assess.matching import LABELS, Matches
from comity.reports.chart_theme import INK, LABEL_COLOURS, LABEL_SHAPES, QUIET, RULE, finish
from comity.reports.figure import Figure, listed
from comity.reports.label_places import Mark, place_labels

_WIDTH, _HEIGHT = 760, 520
_LEAST, _MOST = 36.0, 1100.0  # area of a mark in square pixels
_MOST_LABELS = 45


def priority_scatter(matches: Matches, *, unit: str = "") -> Figure:
    """Draw percentile ranks of priority and propensity; colour and shape say what matching says.

    Parameters
    ----------
    matches
        What is drawn.
    unit
        Unit of funding, for the legend.
    """
    table = _table(matches)
    title = "Priority and propensity, with funding as size"
    summary = _summary(matches)
    spec = finish(_layers(table, matches, unit), title=title, summary=summary)
    return Figure(title, summary, spec, table)


def _layers(table: list[dict[str, Any]], matches: Matches, unit: str) -> Any:
    import altair as alt

    top = _top(matches)
    axis = alt.Axis(values=[0, 25, 50, 75, 100], grid=False)
    scale = alt.Scale(domain=[-2, 102], nice=False)
    shown = [label for label in LABELS if label in set(matches.label)]
    legend = alt.Legend(title=None, orient="top", symbolSize=90, columnPadding=24)
    marks = (
        alt.Chart(alt.Data(values=table))
        .mark_point(filled=True, opacity=0.75, stroke="#ffffff", strokeWidth=0.6)
        .encode(
            x=alt.X("priority:Q", scale=scale, axis=axis, title="Priority (percentile rank)"),
            y=alt.Y("propensity:Q", scale=scale, axis=axis, title="Propensity (percentile rank)"),
            size=alt.Size(
                "spent:Q",
                scale=alt.Scale(type="sqrt", domain=[0, top], range=[_LEAST, _MOST]),
                legend=_size_legend(alt, matches, unit),
            ),
            color=alt.Color(
                "label:N",
                scale=alt.Scale(domain=shown, range=[LABEL_COLOURS[s] for s in shown]),
                legend=legend,
            ),
            shape=alt.Shape(
                "label:N",
                scale=alt.Scale(domain=shown, range=[LABEL_SHAPES[s] for s in shown]),
                legend=legend,
            ),
            order=alt.Order("spent:Q", sort="descending"),
            description="said:N",
        )
    )
    half = alt.Data(values=[{"at": 50}])
    rule = {"stroke": RULE, "strokeDash": [4, 4]}
    across = alt.Chart(half).mark_rule(**rule).encode(y="at:Q")
    up = alt.Chart(half).mark_rule(**rule).encode(x="at:Q")
    layers = [across, up, marks, _labels(alt, table, top)]
    return alt.layer(*layers).properties(width=_WIDTH, height=_HEIGHT)


def _size_legend(alt: Any, matches: Matches, unit: str) -> Any:
    top = _top(matches)
    return alt.Legend(
        title=f"Funding, {unit}" if unit else "Funding",
        values=[0, round(top / 100, -1) or top / 100, round(top / 10, -1) or top / 10, top],
        format=".2~s",
        labelExpr="replace(datum.label, 'G', ' bn')",
        orient="bottom",
        titleLimit=640,
        columnPadding=24,
        symbolFillColor=QUIET,
        symbolStrokeColor=QUIET,
    )


def _labels(alt: Any, table: list[dict[str, Any]], top: float) -> Any:
    marks = [
        Mark(_x(row["priority"]), _y(row["propensity"]), _radius(row, top), row["partner"])
        for row in table
    ]
    # Rows come widest gap first.
    wanted = [i for i, row in enumerate(table) if row["label"] != "consistent" or row["flagged"]]
    big = sorted(range(len(table)), key=lambda i: -table[i]["spent"])[:10]
    order = list(dict.fromkeys([*wanted[:25], *big, *wanted]))[:_MOST_LABELS]
    placed = place_labels(marks, order, (_WIDTH, _HEIGHT))
    words = [{"px": p.x, "py": p.y, "text": marks[p.mark].label} for p in placed]
    return (
        alt.Chart(alt.Data(values=words))
        .mark_text(align="left", baseline="middle", fontSize=10, color=INK)
        .encode(
            x=alt.X("px:Q", scale=None, axis=None),
            y=alt.Y("py:Q", scale=None, axis=None),
            text="text:N",
        )
    )


def _radius(row: dict[str, Any], top: float) -> float:
    return sqrt((_LEAST + (_MOST - _LEAST) * sqrt(row["spent"] / top)) / pi)


def _top(matches: Matches) -> float:
    return max(float(matches.funding.max()), 1e-12)


def _x(share: float) -> float:
    return (share + 2) / 104 * _WIDTH


def _y(share: float) -> float:
    return (102 - share) / 104 * _HEIGHT


def _table(matches: Matches) -> list[dict[str, Any]]:
    rows = []
    for said in matches.rows():
        money = said["funding"]
        sure = "" if said["certainty"] is None else f" in {said['certainty']:.0%} of draws"
        rows.append(
            {
                "partner": said["partner"],
                "name": said["name"],
                "priority": round(100 * said["priority_rank"], 1),
                "propensity": round(100 * said["propensity_rank"], 1),
                "funding": round(money, 2),
                "label": said["label"],
                "flagged": said["flagged"],
                "spent": max(round(money, 2), 0.0),
                "said": f"{said['name']}: {said['label']}{sure}; funding {money:,.0f}",
            }
        )
    return rows


def _summary(matches: Matches) -> str:
    parts = []
    for label in LABELS[:3]:
        names = [r["name"] for r in matches.rows() if r["label"] == label]
        if names:
            parts.append(f"{len(names)} {label} ({listed(names, 3)})")
    said = "; ".join(parts) or "none"
    return (
        f"{len(matches.partners)} partners; right is higher priority, up is higher propensity, a larger "
        f"mark is more money. Where they disagree: {said}."
    )
