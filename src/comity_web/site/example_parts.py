"""Invented rows, a chart and a form for the page that shows the components."""

from typing import Any

from django import forms

from comity.reports.chart_theme import STEPS, finish
from comity.reports.figure import Figure
from comity.terms.provenance import Provenance

ROWS: list[dict[str, Any]] = [
    {"partner": "Alba", "score": 71.4, "rank": 1, "funding": 184_000_000, "since": 1994},
    {"partner": "Borra", "score": 64.05, "rank": 2, "funding": None, "since": 2003},
    {"partner": "Cantal", "score": 58.2, "rank": 3, "funding": 310_000, "since": 1997},
    {"partner": "Dorne", "score": None, "rank": None, "funding": 12_400_000, "since": 2011},
    {"partner": "Estra", "score": 33.9, "rank": 4, "funding": 0, "since": 1992},
]
PROVENANCE = Provenance(
    recipe="invented-example 00000000",
    data="invented",
    seed=7,
    dropped=("Dorne has no score: two of its five constructs are missing.",),
)


class ExampleForm(forms.Form):
    """One field of each common kind."""

    name = forms.CharField(help_text="As it shall stand in the list.", max_length=80)
    year = forms.IntegerField(min_value=1991, max_value=2030, help_text="Calendar year.")
    aggregation = forms.ChoiceField(
        choices=[("arithmetic", "Arithmetic mean"), ("geometric", "Geometric mean")]
    )
    weight = forms.FloatField(
        widget=forms.NumberInput(attrs={"type": "range", "min": 0, "max": 1, "step": 0.05}),
        required=False,
    )
    visibility = forms.ChoiceField(
        choices=[("draft", "Only those who may read drafts"), ("all", "Everybody")],
        widget=forms.RadioSelect,
    )
    agreed = forms.BooleanField(
        label="The country team has seen it", help_text="Only where it really has."
    )
    why = forms.CharField(label="Reason", widget=forms.Textarea(attrs={"rows": 3}), required=False)


def example_chart() -> Figure:
    """Draw the invented scores."""
    import altair as alt

    known = [row for row in ROWS if row["score"] is not None]
    chart = (
        alt.Chart(alt.Data(values=known))
        .mark_bar()
        .encode(
            x=alt.X("score:Q", title="Score, 0 to 100", scale=alt.Scale(domain=[0, 100])),
            y=alt.Y("partner:N", title=None, sort=None),
            color=alt.Color("score:Q", scale=alt.Scale(range=list(STEPS)), title="Score"),
        )
        .properties(width=520, height=alt.Step(26))
    )
    title = "Scores of five invented partners"
    summary = "Alba stands first with 71; Dorne has no score, which is not a score of zero."
    return Figure(title, summary, finish(chart, title=title, summary=summary), ROWS)
