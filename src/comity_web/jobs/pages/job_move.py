"""Stop a job, or take it up again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from comity_web.access.guard import page
from comity_web.access.models import User
from comity_web.access.permissions import Permission
from comity_web.jobs.actions import resume_job, stop_job
from comity_web.jobs.models import Job
from comity_web.records.fetching import record_for

_MOVES = {"stop": stop_job, "resume": resume_job}


@page(Permission.RUN_STUDIES, methods=("POST",))
def job_move(request: HttpRequest, pk: int, move: str) -> HttpResponse:
    """Do what was asked and go back to the job."""
    job = record_for(request.user, Job.objects.all(), pk, to=Permission.RUN_STUDIES)
    if isinstance(request.user, User):
        _MOVES[move](job, by=request.user)
    return redirect("job", pk=job.pk)
