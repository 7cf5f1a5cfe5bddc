"""The specification curve: estimates in order of size, with the choices behind each below."""

import json
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

MOST_DRAWN = 600
_SIGNIFICANT = {"no": "#9aa5b1", "negative": "#b3421f", "positive": "#1f6fb3"}


def specification_curve(
    frame: "pd.DataFrame",
    choices: dict[str, tuple[str, ...]],
    *,
    title: str,
    claim: str = "association",
    most: int = MOST_DRAWN,
) -> "alt.VConcatChart":
    """Draw a curve and its choice panel.

    Parameters
    ----------
    frame
        Results with one row for each specification.
    choices
        Alternatives of each choice; a choice with one alternative is left out of the panel.
    title
        Title of the chart.
    claim
        What an estimate may be called.
    most
        Specifications to draw at most.

    Notes
    -----
    Above ``most`` specifications, evenly spaced ones in order of the estimate are drawn; the
    subtitle says so.
    """
    import altair as alt

    drawn, subtitle = _drawn(frame, claim, most)
    order = alt.X("rank:Q", title=None, axis=None)
    points = alt.Chart(drawn).encode(x=order)
    scale = alt.Scale(domain=list(_SIGNIFICANT), range=list(_SIGNIFICANT.values()))
    colour = alt.Color("significant:N", title="p < 0.05", scale=scale)
    whisker = points.mark_rule(opacity=0.35).encode(
        y=alt.Y("low:Q", title=claim.capitalize()), y2="high:Q", color=colour
    )
    dot = points.mark_point(filled=True, size=12).encode(
        y="estimate:Q", color=colour, tooltip=["specification:Q", "estimate:Q", "p_value:Q"]
    )
    zero = alt.Chart(drawn).mark_rule(strokeDash=[4, 3]).encode(y=alt.datum(0))
    curve = (whisker + dot + zero).properties(width=760, height=240)
    panel = (
        alt.Chart(_panel(drawn, choices))
        .mark_tick(thickness=1.2)
        .encode(
            x=order,
            y=alt.Y("alternative:N", title=None, sort=None),
            color=colour,
            row=alt.Row(
                "choice:N",
                title=None,
                sort=None,
                header=alt.Header(labelAngle=0, labelAlign="left"),
            ),
        )
        .properties(width=760)
        .resolve_scale(y="independent")
    )
    chart: alt.VConcatChart = alt.vconcat(curve, panel, title=alt.Title(title, subtitle=subtitle))
    return chart


def _drawn(frame: "pd.DataFrame", claim: str, most: int) -> "tuple[pd.DataFrame, str]":
    known = frame[np.isfinite(frame["estimate"])].sort_values("estimate", kind="stable")
    total = len(known)
    positive = int((known["estimate"] > 0).sum())
    text = f"{total:,} specifications; {positive / max(total, 1):.0%} positive {claim}s"
    if total > most:
        known = known.iloc[np.linspace(0, total - 1, most).round().astype(int)]
        text += f"; {most} evenly spaced ones are drawn"
    known = known.assign(rank=np.arange(1, len(known) + 1))
    sign = np.where(known["estimate"] > 0, "positive", "negative")
    return known.assign(significant=np.where(known["p_value"] < 0.05, sign, "no")), text


def _panel(drawn: "pd.DataFrame", choices: dict[str, tuple[str, ...]]) -> "pd.DataFrame":
    import pandas as pd

    rows: list[dict[str, Any]] = []
    for name, alternatives in choices.items():
        if len(alternatives) < 2:
            continue
        control = name.startswith("control: ")
        for rank, value, significant in zip(
            drawn["rank"], drawn[name], drawn["significant"], strict=True
        ):
            if control and not value:
                continue
            rows.append(
                {
                    "rank": int(rank),
                    "choice": "controls" if control else name,
                    "alternative": name.removeprefix("control: ") if control else str(value),
                    "significant": significant,
                }
            )
    return pd.DataFrame(rows, columns=["rank", "choice", "alternative", "significant"])


def curve_page(chart: "alt.VConcatChart") -> bytes:
    """Render the chart as one HTML page that needs no network: its picture and specification."""
    import vl_convert

    drawn = _whole(chart)
    specification = json.dumps(drawn)
    picture = vl_convert.vegalite_to_svg(specification)
    title = str(drawn["title"]["text"])
    safe = specification.replace("</", "<\\/")
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{_plain(title)}</title>'
        f"<figure>{picture}<figcaption>{_plain(title)}. Comity holds unclassified data only."
        f'</figcaption></figure><script type="application/json">{safe}</script></html>'
    ).encode()


def curve_picture(chart: "alt.VConcatChart") -> bytes:
    """Render the chart as SVG."""
    import vl_convert

    picture: str = vl_convert.vegalite_to_svg(json.dumps(_whole(chart)))
    return picture.encode()


def _whole(chart: "alt.VConcatChart") -> dict[str, Any]:
    """Return the chart with all its rows: a choice panel of many choices passes Altair's 5,000."""
    import altair as alt

    with alt.data_transformers.enable("default", max_rows=None):
        whole: dict[str, Any] = chart.to_dict()
    return whole


def _plain(text: str) -> str:
    from html import escape

    return escape(text)
