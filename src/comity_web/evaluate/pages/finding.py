"""One claim against the data: the headline, and the curve of every specification behind it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.evaluate.curve_answer import answer_curve
from comity_web.evaluate.curve_choices import choices_of
from comity_web.evaluate.curve_question import KINDS, SORTS, read_question
from comity_web.evaluate.finding_shown import finding_shown
from comity_web.evaluate.queries import run_for
from comity_web.evaluate.run_files import kept
from comity_web.jobs.models import State


@page(Permission.READ_DRAFTS)
def finding(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Show a finding; the address says which specifications, in which order."""
    job = run_for(request.user, pk)
    if job.state != State.DONE:
        return redirect("job", pk=job.pk)
    found = kept(job)
    shown = finding_shown(found.finding(name))
    specifications = found.numbers(name)
    choices = choices_of(specifications.values())
    curve = answer_curve(
        specifications,
        choices,
        read_question(request.GET, choices),
        title=f"Specification curve: {shown.finding.question}",
        axis=found.result.called.value.capitalize(),
        address=lambda number: reverse("run-specification", args=[job.pk, number]),
    )
    context = {
        "job": job,
        "result": found.result,
        "shown": shown,
        "curve": curve,
        "sorts": SORTS,
        "kinds": KINDS,
    }
    return render(request, "evaluate/finding.html", context)
