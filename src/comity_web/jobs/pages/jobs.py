"""All long work: waiting, running and over."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.jobs.queries import jobs_for


@page(Permission.READ_DRAFTS)
def jobs(request: HttpRequest) -> HttpResponse:
    """List the work that the user may see, newest first."""
    return render(request, "jobs/jobs.html", {"jobs": jobs_for(request.user)})  # type: ignore[arg-type]
