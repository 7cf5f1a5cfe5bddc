"""Take the last change of a priority back."""

from django.http import HttpRequest, HttpResponse

from comity.terms.errors import InputError
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.rules import require
from comity_web.assess.actions import undo_priority
from comity_web.assess.priority_parts import expected_version, question_about, saved
from comity_web.assess.queries import priority_of


@page(Permission.EDIT_ASSESSMENT, methods=("POST",))
def priority_undo(request: HttpRequest, code: str) -> HttpResponse:
    """Set a priority back to what it was before the last save."""
    question = question_about(request, code)
    require(request.user, Permission.EDIT_ASSESSMENT, question.holder)
    own = priority_of(question.holder, question.partner)
    if own is None:
        raise InputError(
            f"No priority is set here for {question.holder.title}; none can be undone."
        )
    undo_priority(own, by=request.user, expected=expected_version(request))  # type: ignore[arg-type]
    return saved(request, question, "The last change is undone.")
