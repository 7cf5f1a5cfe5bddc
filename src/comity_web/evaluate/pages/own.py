"""Studies of somebody's own: uploaded tables, and the way to the quick form and to a whole study."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comity.terms.errors import ComityError
from comity_web.access.guard import page, somebody
from comity_web.access.permissions import Permission
from comity_web.access.scope import Scope
from comity_web.evaluate.actions import add_dataset, delete_dataset
from comity_web.evaluate.forms import UploadForm
from comity_web.evaluate.queries import dataset_for, datasets_for, is_own, runs_for
from comity_web.evaluate.upload import read_upload


@page(Permission.RUN_STUDIES, methods=("GET", "HEAD", "POST"))
def own(request: HttpRequest) -> HttpResponse:
    """Show what is there; keep an upload, or say in one sentence what is wrong with it."""
    by = somebody(request)
    form = UploadForm(request.POST or None, request.FILES or None, user=by)
    if form.is_valid():
        try:
            found = read_upload(form.cleaned_data["table"])
            scope = Scope.parse(form.cleaned_data["scope"])
            kept = add_dataset(found, by=by, scope=scope)
        except ComityError as refusal:
            form.add_error("table", str(refusal))
        else:
            messages.success(request, f"{kept.name} is here: {kept.rows:,} rows.")
            return redirect("own-table", pk=kept.pk)
    context = {
        "form": form,
        "datasets": datasets_for(by),
        "runs": [job for job in runs_for(by) if is_own(job)],
    }
    return render(request, "evaluate/own.html", context)


@page(Permission.RUN_STUDIES, methods=("POST",))
def own_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete an uploaded table."""
    dataset = dataset_for(request.user, pk, to=Permission.RUN_STUDIES)
    delete_dataset(dataset, by=somebody(request))
    messages.success(request, f"{dataset.name} and its file are deleted.")
    return redirect("own")
