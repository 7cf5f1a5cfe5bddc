"""How charts look: colours that colour-blind readers and printers keep apart, and plain type."""

from collections.abc import Mapping
from typing import Any

#: Okabe and Ito's palette, in the order of the labels of matching.
LABEL_COLOURS: Mapping[str, str] = {
    "review": "#D55E00",
    "needs workarounds": "#E69F00",
    "possible under-investment": "#0072B2",
    "consistent": "#8A9BA8",
}
LABEL_SHAPES: Mapping[str, str] = {
    "review": "triangle-down",
    "needs workarounds": "square",
    "possible under-investment": "triangle-up",
    "consistent": "circle",
}
#: Five steps from light to dark that stay in order in grey (ColorBrewer YlGnBu).
STEPS = ("#e3f1b5", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494")
NO_DATA = "#cfd4d9"
INK, QUIET, RULE = "#1b2733", "#5b6b7a", "#c3ccd4"
MAIN, OTHER = "#0072B2", "#D55E00"
FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif"


def finish(chart: Any, *, title: str, summary: str) -> dict[str, Any]:
    """Add the common look and the words to a chart and return its specification."""
    themed = chart.configure(
        background="transparent",
        font=FONT,
        padding=4,
        view={"stroke": None},
        axis={
            "labelColor": QUIET,
            "titleColor": INK,
            "gridColor": RULE,
            "gridOpacity": 0.5,
            "domainColor": RULE,
            "tickColor": RULE,
            "labelFontSize": 11,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
        },
        legend={
            "labelColor": INK,
            "titleColor": INK,
            "labelFontSize": 11,
            "titleFontSize": 11,
            "titleFontWeight": "normal",
            "symbolStrokeWidth": 0.5,
        },
        text={"color": INK, "fontSize": 11},
    )
    spec: dict[str, Any] = themed.to_dict()
    spec["description"] = f"{title}. {summary}"
    return spec
