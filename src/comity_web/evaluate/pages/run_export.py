"""A run's downloads."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.evaluate.queries import run_for
from comity_web.evaluate.run_export import EXPORTS, exported, file_name
from comity_web.evaluate.run_files import kept
from comity_web.jobs.models import State


@page(Permission.READ_DRAFTS)
def run_export(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Send one kind of download."""
    job = run_for(request.user, pk)
    if job.state != State.DONE:
        return redirect("job", pk=job.pk)
    found = kept(job)
    content = exported(job, found, kind)
    return HttpResponse(
        content,
        content_type=EXPORTS[kind].media_type,
        headers={"Content-Disposition": f'attachment; filename="{file_name(job, found, kind)}"'},
    )
