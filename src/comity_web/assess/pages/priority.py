"""One partner on the board: its place, its priority, and how that came to be."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from comity.terms.errors import InputError
from comity.world.partners import partners
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.saving import EditConflict
from comity_web.assess.actions import set_priority, undo_priority
from comity_web.assess.board_question import BoardQuestion, read_board
from comity_web.assess.board_view import board_context, partner_context
from comity_web.assess.priority_form import PriorityForm
from comity_web.assess.queries import priority_of


@page(Permission.READ, methods=("GET", "HEAD", "POST"))
def priority(request: HttpRequest, code: str) -> HttpResponse:
    """Show the panel of a partner, as a page or as the part that a script asked for; save its form."""
    question = _question(request, code)
    if request.method == "POST":
        return _saved(request, question)
    return _panel(request, question)


@page(Permission.EDIT_ASSESSMENT, methods=("POST",))
def priority_undo(request: HttpRequest, code: str) -> HttpResponse:
    """Set a priority back to what it was before the last save."""
    question = _question(request, code)
    own = priority_of(question.holder, question.partner)
    if own is None:
        raise InputError(
            f"{question.holder.title} has set no priority here, so none can be undone."
        )
    undo_priority(own, by=request.user, expected=_expected(request))  # type: ignore[arg-type]
    return _done(request, question, "The last change is undone.")


def _saved(request: HttpRequest, question: BoardQuestion) -> HttpResponse:
    form = PriorityForm(request.POST)
    if not form.is_valid():
        return _panel(request, question, form, status=400)
    try:
        set_priority(
            question.partner,
            form.cleaned_data["value"],
            holder=question.holder,
            by=request.user,  # type: ignore[arg-type]
            expected=_expected(request),
            reason=form.cleaned_data["reason"],
        )
    except EditConflict as conflict:
        if not request.htmx:  # type: ignore[attr-defined]
            raise
        context = {"question": question, "theirs": conflict.theirs, "yours": conflict.yours}
        return _part(request, "assess/priority_conflict.html", context, status=409)
    return _done(request, question, "The priority is saved.")


def _panel(
    request: HttpRequest,
    question: BoardQuestion,
    form: PriorityForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The partner's panel, or in a cell of the table its form alone."""
    context = partner_context(request, question, form=form)
    if not request.htmx:  # type: ignore[attr-defined]
        return render(request, "assess/priority.html", context, status=status)
    cell = "cell" in (request.GET if request.method == "GET" else request.POST)
    name = "assess/priority_cell.html" if cell else "assess/priority_panel.html"
    return _part(request, name, {**context, "cell": cell}, status=status)


def _part(request: HttpRequest, name: str, context: dict[str, object], status: int) -> HttpResponse:
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    if status != 200:
        # What went wrong stands where the form stood; what went well renews the whole board.
        response["HX-Retarget"] = "closest [data-priority]"
        response["HX-Reswap"] = "innerHTML"
    return response


def _done(request: HttpRequest, question: BoardQuestion, said: str) -> HttpResponse:
    if request.htmx:  # type: ignore[attr-defined]
        context = {**board_context(request, question), "said": said}
        return render(request, "assess/board_part.html", context)
    messages.success(request, said)
    query = question.query(partner="")
    return redirect(f"{reverse('priority', args=[question.partner])}?{query}")


def _question(request: HttpRequest, code: str) -> BoardQuestion:
    question = read_board(request.user, request.GET)
    return replace(question, partner=partners().resolve(code).id)


def _expected(request: HttpRequest) -> int:
    text = request.POST.get("version", "")
    return int(text) if text.isdigit() else 0
