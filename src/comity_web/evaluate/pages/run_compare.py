"""Two runs of one study side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.terms.errors import InputError
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.evaluate.queries import run_for, runs_for
from comity_web.evaluate.run_comparison import RunComparison, compare_runs
from comity_web.evaluate.run_files import kept
from comity_web.jobs.models import Job, State


@page(Permission.READ_DRAFTS)
def run_compare(request: HttpRequest) -> HttpResponse:
    """Show what changed from one run to another; the address names both."""
    done = [job for job in runs_for(request.user) if job.state == State.DONE]
    chosen = [_chosen(request, name, done, at) for at, name in ((1, "a"), (0, "b"))]
    found: RunComparison | None = None
    problem = ""
    if chosen[0] is not None and chosen[1] is not None and chosen[0] != chosen[1]:
        try:
            found = compare_runs((chosen[0], kept(chosen[0])), (chosen[1], kept(chosen[1])))
        except InputError as refusal:
            problem = str(refusal)
    context = {
        "runs": done,
        "first": chosen[0],
        "second": chosen[1],
        "found": found,
        "problem": problem,
    }
    return render(request, "evaluate/run_compare.html", context)


def _chosen(request: HttpRequest, name: str, done: list[Job], at: int) -> Job | None:
    """Return the run that the address names, else one of the two newest."""
    given = request.GET.get(name, "")
    if given.isdecimal() and len(given) < 10:
        job = run_for(request.user, int(given))
        return job if job.state == State.DONE else None
    return done[at] if len(done) > at else None
