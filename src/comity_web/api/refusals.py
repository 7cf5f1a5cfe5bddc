"""Every error as a refusal in the one documented shape."""

import logging
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from comity.terms.errors import ComityError, DataMissing, UnknownName
from comity_web.access.saving import EditConflict
from comity_web.answers.refusal import Refusal
from comity_web.answers.tags import conflict_refusal

_log = logging.getLogger("django.request")


def answer_errors(api: NinjaAPI) -> None:
    """Let the interface answer each kind of error with a refusal."""
    kinds: dict[type[Exception], Callable[[HttpRequest, Any], Refusal]] = {
        Refusal: lambda _, error: error,
        EditConflict: conflict_refusal,
        ComityError: _ours,
        ValidationError: _not_valid,
        PermissionDenied: _denied,
        Http404: lambda _, error: Refusal(404, str(error) or "There is no such thing."),
        HttpError: lambda _, error: Refusal(error.status_code, str(error)),
        SuspiciousOperation: lambda _, error: Refusal(400, str(error)),
        Exception: _broken,
    }
    for kind, make in kinds.items():
        api.add_exception_handler(kind, _handler(make))


def _handler(
    make: Callable[[HttpRequest, Any], Refusal],
) -> Callable[[HttpRequest, Any], HttpResponse]:
    return lambda request, error: make(request, error).answer()


def _ours(_: HttpRequest, error: ComityError) -> Refusal:
    missing = isinstance(error, UnknownName | DataMissing)
    return Refusal(404 if missing else 400, str(error))


def _denied(_: HttpRequest, error: PermissionDenied) -> Refusal:
    return Refusal(403, str(error) or "Your roles do not permit this.")


def _not_valid(_: HttpRequest, error: ValidationError) -> Refusal:
    """Name every field; the sentence speaks of the first."""
    wrong = [
        {"field": ".".join(map(str, _place(one["loc"]))), "detail": _words(one["msg"])}
        for one in error.errors
    ]
    first = wrong[0]
    return Refusal(422, f"{first['field']}: {first['detail']}.", field=first["field"], errors=wrong)


def _words(message: str) -> str:
    return message.removeprefix("Value error, ")


def _place(where: tuple[Any, ...]) -> tuple[Any, ...]:
    """Leave out the name that the parameter of our function happens to have."""
    return (where[0], *where[2:]) if where[0] == "body" else where


def _broken(request: HttpRequest, error: Exception) -> Refusal:
    _log.exception("API: %s %s", request.method, request.path, exc_info=error)
    return Refusal(500, "The fault is in Comity, not in what you sent. The log has the details.")
