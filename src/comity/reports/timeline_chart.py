"""The law since 1961: how many authorities stood at the end of each year, and what happened to them."""

from collections import Counter
from typing import Any

from comity.authorities.timeline import Timeline
from comity.reports.chart_theme import INK, MAIN, NO_DATA, OTHER, finish
from comity.reports.figure import Figure

BODIES = {
    "title_10": "Title 10",
    "title_22": "Title 22",
    "acts": "yearly acts and other titles",
    "unsure": "to be checked",
}
COLOURS = (MAIN, "#E69F00", "#56B4E9", NO_DATA)
HAPPENED = {"begins": "began", "renumbered": "renumbered", "ends": "ended"}
SHAPES = ("triangle-up", "diamond", "triangle-down")
WIDTH, HEIGHT = 720, 240


def timeline_chart(found: Timeline) -> Figure:
    """Draw the authorities of each year by body of law, and below them what began, moved and ended.

    A renumbering is neither an end nor a beginning, so the height does not change with it.
    """
    import altair as alt

    table = _table(found)
    chart = (
        alt.vconcat(_standing(alt, table), _events(alt, table), spacing=8)
        .resolve_scale(x="shared", color="independent")
        .resolve_legend(color="independent", shape="independent")
    )
    title = f"Authorities in force, {found.first} to {found.last}"
    summary = _summary(found, table)
    return Figure(title, summary, finish(chart, title=title, summary=summary), table)


def _standing(alt: Any, table: list[dict[str, Any]]) -> Any:
    rows = [
        {"year": row["year"], "body": body, "number": row[body], "order": place,
         "said": f"{row['year']}: {row[body]} {body}"}
        for row in table
        for place, body in enumerate(BODIES.values())
    ]  # fmt: skip
    return (
        alt.Chart(alt.Data(values=rows))
        .mark_bar(width={"band": 0.92})
        .encode(
            x=alt.X("year:O", title=None, axis=alt.Axis(labels=False, ticks=False)),
            y=alt.Y("number:Q", title="Records on 31 December", stack="zero"),
            color=alt.Color(
                "body:N",
                scale=alt.Scale(domain=list(BODIES.values()), range=list(COLOURS)),
                legend=alt.Legend(title=None, orient="top", columns=4),
            ),
            order="order:Q",
            description="said:N",
        )
        .properties(width=WIDTH, height=HEIGHT)
    )


def _events(alt: Any, table: list[dict[str, Any]]) -> Any:
    rows = [
        {"year": row["year"], "what": what, "number": row[what],
         "said": f"{row['year']}: {row[what]} {what}"}
        for row in table
        for what in HAPPENED.values()
        if row[what]
    ]  # fmt: skip
    years = [row["year"] for row in table]
    every = max(1, round(len(years) / 13))
    return (
        alt.Chart(alt.Data(values=rows))
        .mark_point(filled=True, opacity=0.9)
        .encode(
            x=alt.X(
                "year:O",
                title=None,
                scale=alt.Scale(domain=years),
                axis=alt.Axis(labelAngle=0, values=years[::every]),
            ),
            y=alt.Y("what:N", title=None, sort=list(HAPPENED.values())),
            size=alt.Size(
                "number:Q", title="records", scale=alt.Scale(range=[25, 320]), legend=None
            ),
            color=alt.Color(
                "what:N",
                scale=alt.Scale(domain=list(HAPPENED.values()), range=[MAIN, INK, OTHER]),
                legend=None,
            ),
            shape=alt.Shape(
                "what:N",
                scale=alt.Scale(domain=list(HAPPENED.values()), range=list(SHAPES)),
                legend=None,
            ),
            description="said:N",
        )
        .properties(width=WIDTH, height=78)
    )


def _table(found: Timeline) -> list[dict[str, Any]]:
    happened = Counter((int(event.when[:4]), event.what) for event in found.events)
    rows = []
    for count in found.years:
        row: dict[str, Any] = {"year": count.year}
        row |= {label: getattr(count, name) for name, label in BODIES.items()}
        row |= {label: happened[(count.year, what)] for what, label in HAPPENED.items()}
        rows.append(row)
    return rows


def _summary(found: Timeline, table: list[dict[str, Any]]) -> str:
    first, last = (
        sum(row[body] for body in list(BODIES.values())[:3]) for row in (table[0], table[-1])
    )
    most = max(table, key=lambda row: row["renumbered"])
    told = (
        f" Most renumberings fell in {most['year']}: {most['renumbered']}."
        if most["renumbered"]
        else " Nothing was renumbered."
    )
    return (
        f"{first} records of this catalogue stood at the end of {found.first} and {last} at the end of "
        f"{found.last}.{told} Grey stands for records of which it is not known whether "
        "they stood. The catalogue holds what is in use today and its forerunners, so early years are "
        "thinner than the law was."
    )
