"""One partner on the board: its place, its priority, and how that came to be."""

from django.http import HttpRequest, HttpResponse

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.rules import require
from comity_web.access.saving import EditConflict
from comity_web.assess.actions import set_priority
from comity_web.assess.priority_form import PriorityForm
from comity_web.assess.priority_parts import (
    expected_version,
    in_place,
    panel_or_cell,
    part,
    question_about,
    saved,
)


@page(Permission.READ, methods=("GET", "HEAD", "POST"))
def priority(request: HttpRequest, code: str) -> HttpResponse:
    """Show the panel, or save its form."""
    question = question_about(request, code)
    if request.method != "POST":
        return panel_or_cell(request, question)
    require(request.user, Permission.EDIT_ASSESSMENT, question.holder)
    form = PriorityForm(request.POST)
    if not form.is_valid():
        return panel_or_cell(request, question, form, status=400)
    try:
        set_priority(
            question.partner,
            form.cleaned_data["value"],
            holder=question.holder,
            by=request.user,  # type: ignore[arg-type]
            expected=expected_version(request),
            reason=form.cleaned_data["reason"],
        )
    except EditConflict as conflict:
        if not in_place(request):
            raise
        context = {"question": question, "theirs": conflict.theirs, "yours": conflict.yours}
        return part(request, "assess/priority_conflict.html", context, status=409)
    return saved(request, question, "The priority is saved.")
