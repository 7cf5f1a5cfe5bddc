"""A whole study of somebody's own: its file, its table, and a run in the background."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comity.terms.errors import ComityError
from comity_web.access.guard import page, somebody
from comity_web.access.permissions import Permission
from comity_web.evaluate.actions import queue_own
from comity_web.evaluate.forms import OwnStudyForm
from comity_web.evaluate.queries import dataset_for

EXAMPLE = """\
name = "assistance and democracy"
unit = "partner"
period = "year"

[data]                                  # the panel; for an uploaded table: file = "its-name.csv"
indicators = { democracy = "vdem.liberal_democracy", assistance = "greenbook.security_total" }
years = [1995, 2018]

[outcome]
column = "democracy"
lead = [1, 3, 5]                        # years ahead

[treatment]
column = "assistance"
transform = "asinh"

[controls]
optional = ["democracy"]                # each in or out

[model]
absorb = ["partner + year", "partner"]  # fixed effects
errors = "partner"                      # clusters

[samples]
all = ""
to_2008 = "year <= 2008"
"""


@page(Permission.RUN_STUDIES, methods=("GET", "HEAD", "POST"))
def own_study(request: HttpRequest) -> HttpResponse:
    """Show the form; queue the study; or say in one sentence what is wrong with it."""
    by = somebody(request)
    first = {"study": EXAMPLE, "dataset": request.GET.get("table", "")}
    form = OwnStudyForm(request.POST or None, user=by, initial=first)
    if form.is_valid():
        given = dict(form.cleaned_data)
        pk = given.pop("dataset")
        table = dataset_for(by, int(pk), to=Permission.RUN_STUDIES) if pk else None
        try:
            job = queue_own(given.pop("study"), by=by, dataset=table, **given)
        except ComityError as refusal:
            form.add_error("study", str(refusal))
        else:
            return redirect("job", pk=job.pk)
    return render(request, "evaluate/own_study.html", {"form": form})
