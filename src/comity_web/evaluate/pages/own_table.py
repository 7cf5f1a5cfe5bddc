"""The quick form: one model on an uploaded table, answered at once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.evaluate.panel_run import FAMILIES
from comity.terms.errors import ComityError
from comity.terms.estimate import Estimate
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.evaluate.dataset_table import table_of_dataset
from comity_web.evaluate.models import Dataset
from comity_web.evaluate.queries import dataset_for
from comity_web.evaluate.quick_model import VCOV, QuickQuestion, quick_model
from comity_web.site.computed import computed

_FIELDS = ("formula", "unit", "period", "cluster", "vcov", "weights", "family")


@page(Permission.RUN_STUDIES)
def own_table(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form with the answer to what the address asks."""
    dataset = dataset_for(request.user, pk, to=Permission.RUN_STUDIES)
    given = {name: request.GET.get(name, "").strip() for name in _FIELDS}
    question = QuickQuestion(**{k: v for k, v in given.items() if v or k == "formula"})
    estimate, problem = _answer(dataset, question) if question.formula else (None, "")
    context = {
        "dataset": dataset,
        "question": question,
        "estimate": estimate,
        "problem": problem,
        "command": question.command(dataset.name),
        "kinds": VCOV,
        "families": FAMILIES,
        "statistics": _statistics(estimate),
    }
    return render(request, "evaluate/own_table.html", context, status=400 if problem else 200)


def _answer(dataset: Dataset, question: QuickQuestion) -> tuple[Estimate | None, str]:
    try:
        key = ("quick", dataset.pk, dataset.digest, question)
        return computed(key, lambda: quick_model(table_of_dataset(dataset), question)), ""
    except ComityError as refusal:
        return None, str(refusal)


def _statistics(estimate: Estimate | None) -> dict[str, dict[str, float]]:
    """Smallest detectable size of each term, and the rest."""
    found: dict[str, dict[str, float]] = {"detectable": {}, "other": {}}
    for name, value in (estimate.statistics if estimate else {}).items():
        begin = "minimum_detectable["
        if name.startswith(begin):
            found["detectable"][name[len(begin) : -1]] = value
        else:
            found["other"][name] = value
    return found
