"""What a run found, claim by claim."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comity.reports.ready_study_figures import claims_figure
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.evaluate.finding_shown import findings_shown, tally
from comity_web.evaluate.queries import is_own, run_for
from comity_web.evaluate.run_export import exports_of
from comity_web.evaluate.run_files import kept
from comity_web.jobs.models import State
from comity_web.site.drawing import draw


@page(Permission.READ_DRAFTS)
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a run that is done; of any other, how far it is."""
    job = run_for(request.user, pk)
    if job.state != State.DONE:
        return redirect("job", pk=job.pk)
    result = kept(job).result
    shown = findings_shown(result)
    glance = None
    if sum(one.finding.headline is not None for one in shown) > 1:
        key = (job.pk, str(job.ended_at))
        glance = draw("at-a-glance", key, lambda: claims_figure(result))
    context = {
        "job": job,
        "result": result,
        "findings": shown,
        "tally": tally(result),
        "glance": glance,
        "own": is_own(job),
        "exports": exports_of(job),
        "permutations": job.arguments["permutations"],
    }
    return render(request, "evaluate/run.html", context)
