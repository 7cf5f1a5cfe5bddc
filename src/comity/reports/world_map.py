"""A world map of propensity, in fifths of the partners that are scored."""

from typing import Any

from comity.assess.scores import Scores
from comity.reports.chart_theme import INK, NO_DATA, RULE, STEPS, finish
from comity.reports.figure import Figure, listed
from comity.reports.map_extent import frame_of
from comity.reports.map_shapes import country_shapes, small_states

FIFTHS = ("bottom fifth", "lower middle", "middle", "upper middle", "top fifth")
NOT_SCORED = "not scored"
_SIZE = (960, 470)


def world_map(scores: Scores) -> Figure:
    """Draw every scored partner on an equal-area map; states without a shape are dots.

    A map of a grouping shows the part of the world that its members are in.
    """
    import altair as alt

    table = _table(scores)
    said = {row["partner"]: row for row in table}
    topology = country_shapes()
    for shape in topology["objects"]["countries"]["geometries"]:
        shape["properties"] = said.get(shape["id"]) or _unknown()
    dots = [
        {**said[partner], "latitude": where[0], "longitude": where[1]}
        for partner, where in small_states().items()
        if partner in said
    ]
    chart = _layers(alt, topology, dots, scores)
    title = f"Propensity for cooperation, {scores.year}"
    summary = _summary(scores)
    return Figure(title, summary, finish(chart, title=title, summary=summary), table)


def _layers(alt: Any, topology: dict[str, Any], dots: list[dict[str, Any]], scores: Scores) -> Any:
    domain = [*reversed(FIFTHS), NOT_SCORED]
    scale = alt.Scale(domain=domain, range=[*reversed(STEPS), NO_DATA])
    legend = alt.Legend(
        title="Propensity",
        orient="bottom",
        direction="horizontal",
        symbolType="square",
        columnPadding=22,
    )

    def colour(field: str) -> Any:
        return alt.Color(f"{field}:N", scale=scale, legend=legend)

    shapes = (
        alt.Chart(
            alt.Data(
                values=topology, format=alt.TopoDataFormat(feature="countries", type="topojson")
            )
        )
        .mark_geoshape(stroke="#ffffff", strokeWidth=0.4, clip=True)
        .encode(color=colour("properties.fifth"), description="properties.said:N")
    )
    layers = [shapes]
    if dots:
        layers.append(
            alt.Chart(alt.Data(values=dots))
            .mark_circle(clip=True, size=34, stroke=INK, strokeWidth=0.5, opacity=1)
            .encode(
                longitude="longitude:Q",
                latitude="latitude:Q",
                color=colour("fifth"),
                description="said:N",
            )
        )
    if scores.group is None:
        sphere = alt.Chart(alt.sphere()).mark_geoshape(fill=None, stroke=RULE, strokeWidth=0.6)
        layers.insert(0, sphere)
    width, height, projection = frame_of(
        topology, [p for p in scores.partners if scores.group is not None], _SIZE
    )
    return alt.layer(*layers).project(**projection).properties(width=width, height=height)


def _unknown() -> dict[str, Any]:
    return {"partner": "", "name": "", "score": None, "rank": None, "fifth": NOT_SCORED, "said": ""}


def _table(scores: Scores) -> list[dict[str, Any]]:
    count = len(scores.order)
    rows = []
    for i, (partner, name) in enumerate(zip(scores.partners, scores.names, strict=True)):
        rank = int(scores.rank[i])
        if rank:
            fifth = FIFTHS[4 - min((rank - 1) * 5 // count, 4)]
            score = round(float(scores.overall[i]), 2)
            said = f"{name}: {score:.1f}, rank {rank} of {count}"
        else:
            fifth, score, said = NOT_SCORED, None, f"{name}: not scored, too little is known"
        rows.append(
            {
                "partner": partner,
                "name": name,
                "score": score,
                "rank": rank or None,
                "fifth": fifth,
                "said": said,
            }
        )
    return rows


def _summary(scores: Scores) -> str:
    names = [scores.names[i] for i in scores.order]
    rest = len(scores.partners) - len(names)
    said = (
        f"A stronger colour means a higher propensity; each colour holds a fifth of the {len(names)} partners "
        f"scored. Highest: {listed(names[:5])}. Lowest: {listed(names[-5:])}."
    )
    if rest:
        said += f" {rest} could not be scored."
    return said
