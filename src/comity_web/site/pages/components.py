"""Every component of the design system on one page, to look at and to copy from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.site.drawing import draw
from comity_web.site.example_parts import PROVENANCE, ROWS, ExampleForm, example_chart

COLOURS = ("page", "paper", "soft", "ink", "quiet", "rule", "edge", "accent")
STATUSES = ("draft", "review", "agreed", "superseded")
CERTAINTIES = ("verified", "partly", "recalled", "check")
LABELS = ("review", "needs workarounds", "possible under-investment", "consistent")


@page(Permission.READ)
def components(request: HttpRequest) -> HttpResponse:
    """Show the components, with a form that was filled in wrongly beside one that was not."""
    wrong = ExampleForm({"name": "", "year": "1850", "aggregation": "arithmetic"}, prefix="wrong")
    return render(
        request,
        "site/components.html",
        {
            "colours": COLOURS,
            "statuses": STATUSES,
            "certainties": CERTAINTIES,
            "labels": LABELS,
            "rows": ROWS,
            "provenance": PROVENANCE,
            "chart": draw("example", (), example_chart),
            "form": ExampleForm(),
            "wrong": wrong,
        },
    )
