"""One piece of long work: how far it is, and what came out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.rules import can
from comity_web.jobs.models import Job
from comity_web.jobs.queries import waiting_before
from comity_web.records.fetching import record_for


@page(Permission.READ_DRAFTS)
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one job; while it runs, the part that changes asks for itself again."""
    found = record_for(request.user, Job.objects.all(), pk, to=Permission.READ)
    part = request.headers.get("HX-Request") == "true"
    shown = {
        "job": found,
        "before": waiting_before(found),
        "outcome": outcome_address(found),
        "may_run": can(request.user, Permission.RUN_STUDIES, found.scope),
    }
    answer = render(request, "jobs/progress.html" if part else "jobs/job.html", shown)
    if part and found.over:
        answer["HX-Refresh"] = "true"
    return answer


def outcome_address(job: Job) -> str:
    """Return the page that shows what came out: the route ``job-outcome-<kind>``, if there is one."""
    try:
        return reverse(f"job-outcome-{job.kind}", args=[job.pk]) if job.state == "done" else ""
    except NoReverseMatch:
        return ""
