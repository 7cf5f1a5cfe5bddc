"""One claim against the data: the headline, and the curve of every specification behind it."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from comity.evaluate.ready_result import Finding
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.evaluate.curve_answer import CurveAnswer, answer_curve
from comity_web.evaluate.curve_choices import choices_of
from comity_web.evaluate.curve_question import KINDS, SORTS, CurveQuestion, read_question
from comity_web.evaluate.finding_shown import finding_shown
from comity_web.evaluate.queries import run_for
from comity_web.evaluate.run_files import Kept, kept
from comity_web.jobs.models import Job, State
from comity_web.site.computed import computed


def _curve(job: Job, found: Kept, one: Finding, given: Mapping[str, str]) -> CurveAnswer:
    """Answer what the address asks; the whole curve, which all look at first, is kept."""
    specifications = found.numbers(one.id)
    choices = choices_of(specifications.values())
    question = read_question(given, choices)

    def answer() -> CurveAnswer:
        return answer_curve(
            specifications,
            choices,
            question,
            title=f"Specification curve: {one.question}",
            axis=found.result.called.value.capitalize(),
            address=lambda number: reverse("run-specification", args=[job.pk, number]),
        )

    if question != CurveQuestion():
        return answer()
    return computed(("curve", job.pk, str(job.ended_at), one.id), answer)


@page(Permission.READ_DRAFTS)
def finding(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Show a finding; the address says which specifications, in which order."""
    job = run_for(request.user, pk)
    if job.state != State.DONE:
        return redirect("job", pk=job.pk)
    found = kept(job)
    shown = finding_shown(found.finding(name))
    curve = _curve(job, found, shown.finding, request.GET)
    context = {
        "job": job,
        "result": found.result,
        "shown": shown,
        "curve": curve,
        "sorts": SORTS,
        "kinds": KINDS,
    }
    return render(request, "evaluate/finding.html", context)
