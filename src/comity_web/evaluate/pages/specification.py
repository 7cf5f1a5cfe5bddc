"""One specification: every setting, its numbers, how to run it again, and its neighbours."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString

from comity.evaluate.panel_errors import parse_errors
from comity.evaluate.ready_result import Specification
from comity.methods.panel_vcov import FIXEST
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.evaluate.curve_answer import place_in_curve
from comity_web.evaluate.curve_choices import TITLES, choices_of, neighbours, taken
from comity_web.evaluate.finding_shown import finding_shown
from comity_web.evaluate.queries import run_for
from comity_web.evaluate.reproduce import dataset_of, reproduction
from comity_web.evaluate.run_files import kept
from comity_web.jobs.models import Job, State


@page(Permission.READ_DRAFTS)
def specification(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show a specification by its number in the run."""
    job = run_for(request.user, pk)
    if job.state != State.DONE:
        return redirect("job", pk=job.pk)
    found = kept(job)
    one = found.specification(number)
    mates = found.numbers(one.check)
    choices = choices_of(mates.values())
    order = sorted(s.estimate for s in mates.values() if s.estimate == s.estimate)
    context = {
        "job": job,
        "result": found.result,
        "number": number,
        "one": one,
        "shown": finding_shown(found.finding(one.check)),
        "rank": order.index(one.estimate) + 1 if one.estimate in order else None,
        "ranked": len(order),
        "settings": [(TITLES[name], value) for name, value in one.settings.items()],
        "place": _place(job, mates, number),
        "errors": parse_errors(one.settings["errors"]),
        "rule": str(FIXEST),
        "neighbours": [
            (n, near, choice, taken(near, choice.name), near.estimate - one.estimate)
            for n, near, choice in neighbours(mates, number, choices)
        ],
        "again": reproduction(job, found, number),
        "dataset": dataset_of(job),
    }
    return render(request, "evaluate/specification.html", context)


def _place(job: Job, mates: Mapping[int, Specification], number: int) -> SafeString | None:
    """Draw the curve with a ring around one; nothing where it has no estimate."""
    if mates[number].estimate != mates[number].estimate:
        return None
    return place_in_curve(mates, number, lambda n: reverse("run-specification", args=[job.pk, n]))


@page(Permission.READ_DRAFTS)
def specification_file(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Send one specification as a study's file."""
    job = run_for(request.user, pk)
    if job.state != State.DONE:
        return redirect("job", pk=job.pk)
    again = reproduction(job, kept(job), number)
    return HttpResponse(
        again.text,
        content_type="application/toml; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{again.file}"'},
    )
