"""Construct scores of a few partners side by side."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from comity.assess.scores import Scores
from comity.reports.chart_theme import INK, RULE, finish
from comity.reports.figure import Figure, listed

#: Okabe and Ito's palette; each partner has a shape of its own too.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00")
SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down")


def partner_dots(scores: Scores, partners: Sequence[str]) -> Figure:
    """Draw one mark for each partner on each construct's line, the overall score first.

    Parameters
    ----------
    scores
        Scores in which the partners are.
    partners
        Ids or names; at most five, because colours and shapes end there.

    Raises
    ------
    ValueError
        If there are more than five or none.
    """
    import altair as alt

    if not 1 <= len(partners) <= len(COLOURS):
        raise ValueError(f"Between one and {len(COLOURS)} partners, not {len(partners)}.")
    rows = [scores.row(partner) for partner in partners]
    names = [scores.names[row] for row in rows]
    marks = [mark for row in rows for mark in _marks(scores, row)]
    lines = ["Overall", *(c.label for c in scores.model.constructs)]
    place = alt.Y("construct:N", sort=lines, title=None, axis=alt.Axis(labelLimit=260, grid=True))
    legend = alt.Legend(title=None, orient="top", labelLimit=160)
    known = alt.Data(values=[m for m in marks if m["score"] is not None])
    medians = alt.Data(values=_medians(scores))
    dots = (
        alt.Chart(known)
        .mark_point(filled=True, size=95, opacity=0.9, stroke="#ffffff", strokeWidth=0.5)
        .encode(
            x=alt.X("score:Q", title="Score", scale=alt.Scale(domain=[0, 100])),
            y=place,
            color=alt.Color(
                "name:N",
                scale=alt.Scale(domain=names, range=list(COLOURS[: len(names)])),
                legend=legend,
            ),
            shape=alt.Shape(
                "name:N",
                scale=alt.Scale(domain=names, range=list(SHAPES[: len(names)])),
                legend=legend,
            ),
            description="said:N",
        )
    )
    ticks = (
        alt.Chart(medians).mark_tick(color=INK, thickness=2, height=15).encode(x="score:Q", y=place)
    )
    chart = alt.layer(ticks, dots).properties(width=560, height=alt.Step(26))
    title = f"Constructs of {listed(names, 5)}, {scores.year}"
    summary = _summary(scores, rows)
    spec = finish(chart.configure_axisY(gridColor=RULE), title=title, summary=summary)
    return Figure(title, summary, spec, _table(lines, names, marks))


def _marks(scores: Scores, row: int) -> list[dict[str, Any]]:
    name = scores.names[row]
    overall = float(scores.overall[row])
    figures = [("Overall", overall)]
    figures += [
        (c.label, float(scores.constructs[row, k])) for k, c in enumerate(scores.model.constructs)
    ]
    return [
        {
            "name": name,
            "construct": construct,
            "score": None if np.isnan(value) else round(value, 2),
            "said": f"{name}, {construct}: "
            + ("not scored" if np.isnan(value) else f"{value:.1f}"),
        }
        for construct, value in figures
    ]


def _medians(scores: Scores) -> list[dict[str, Any]]:
    scored = scores.constructs[scores.order]
    rows = [("Overall", np.median(scores.overall[scores.order]))]
    for k, construct in enumerate(scores.model.constructs):
        known = scored[~np.isnan(scored[:, k]), k]
        if len(known):
            rows.append((construct.label, np.median(known)))
    return [{"construct": name, "score": round(float(value), 2)} for name, value in rows]


def _table(
    lines: Sequence[str], names: Sequence[str], marks: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    score = {(m["construct"], m["name"]): m["score"] for m in marks}
    return [{"construct": line, **{n: score[line, n] for n in names}} for line in lines]


def _summary(scores: Scores, rows: Sequence[int]) -> str:
    scored = sorted((r for r in rows if scores.rank[r]), key=lambda r: scores.rank[r])
    said = "; ".join(
        f"{scores.names[r]} {scores.overall[r]:.1f} (rank {scores.rank[r]})" for r in scored
    )
    gone = [scores.names[r] for r in rows if not scores.rank[r]]
    text = f"The tick is the median of all partners scored. Overall: {said or 'nobody is scored'}."
    return text + (f" Not scored: {listed(gone, 5)}." if gone else "")
