"""How a priority's page and the parts of the board answer."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from comity.world.partners import partners
from comity_web.assess.board_question import BoardQuestion, read_board
from comity_web.assess.board_view import board_context, partner_context
from comity_web.assess.priority_form import PriorityForm


def question_about(request: HttpRequest, code: str) -> BoardQuestion:
    """Read the board's question from the address, about one partner.

    Raises
    ------
    UnknownName
        If there is no such partner.
    """
    return replace(read_board(request.user, request.GET), partner=partners().resolve(code).id)


def in_place(request: HttpRequest) -> bool:
    """Whether a script asked, to put the answer into the page."""
    return bool(request.htmx)  # type: ignore[attr-defined]


def panel_or_cell(
    request: HttpRequest,
    question: BoardQuestion,
    form: PriorityForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the partner's panel as a page, as a part, or in a table's cell its form alone."""
    context = partner_context(request, question, form=form)
    if not in_place(request):
        return render(request, "assess/priority.html", context, status=status)
    cell = "cell" in (request.GET if request.method == "GET" else request.POST)
    name = "assess/priority_cell.html" if cell else "assess/priority_panel.html"
    response = part(request, name, {**context, "cell": cell}, status=status)
    if not cell and status == 200:
        response["HX-Replace-Url"] = f"{reverse('board')}?{question.query()}"
    return response


def part(request: HttpRequest, name: str, context: dict[str, object], status: int) -> HttpResponse:
    """Answer with a part; what went wrong stands where the form stood."""
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    if status != 200:
        response["HX-Retarget"] = "closest [data-priority]"
        response["HX-Reswap"] = "innerHTML"
    return response


def saved(request: HttpRequest, question: BoardQuestion, said: str) -> HttpResponse:
    """Renew the whole board, because one priority moves the ranks of all; or go back to the page."""
    if in_place(request):
        context = {**board_context(request, question), "said": said}
        return render(request, "assess/board_part.html", context)
    messages.success(request, said)
    query = question.query(partner="")
    return redirect(f"{reverse('priority', args=[question.partner])}?{query}")


def expected_version(request: HttpRequest) -> int:
    """Version that the editor had before them; zero where there was none."""
    text = request.POST.get("version", "")
    return int(text) if text.isdigit() else 0
