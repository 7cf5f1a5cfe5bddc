"""What a person sees when something is refused: one clear sentence, and nothing lost."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.terms.errors import ComityError, UnknownName
from comity_web.access.saving import EditConflict
from comity_web.site.conflict import conflict_rows, kept_fields


class RefusalMiddleware:
    """Turn our own errors into pages; anything else is a fault of ours and goes through."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Show both versions of a record that two people edited, or the sentence of the error."""
        if isinstance(error, EditConflict):
            return conflict(request, error)
        if isinstance(error, ComityError):
            status = 404 if isinstance(error, UnknownName) else 400
            return refusal_page(request, status, "This cannot be done", str(error))
        return None


def conflict(request: HttpRequest, error: EditConflict) -> HttpResponse:
    """Show what they saved beside what you wanted to save, with your words still in the form."""
    return render(
        request,
        "site/conflict.html",
        {
            "error": error,
            "rows": conflict_rows(error, request.POST),
            "kept": kept_fields(error, request.POST),
        },
        status=409,
    )


def refusal_page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    """Show a refusal inside the page frame."""
    return render(request, "site/refusal.html", {"title": title, "text": text}, status=status)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Say which permission is missing."""
    text = str(exception) or "Your roles do not permit this."
    return refusal_page(request, 403, "Not permitted", text)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Say that there is no such page, without showing addresses."""
    said = (
        str(exception)
        if exception and exception.args and isinstance(exception.args[0], str)
        else ""
    )
    text = said or "There is no page at this address. The menu leads to all that there are."
    return refusal_page(request, 404, "Not found", text)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours; the details are in the server's log."""
    text = (
        "The fault is in Comity, not in what you did. Nothing was saved. The log has the details."
    )
    return refusal_page(request, 500, "Something broke", text)


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Say what to do about a form that is too old."""
    text = "This form is too old or came from another site. Go back, reload the page and try again."
    return refusal_page(request, 403, "Form refused", text)
