"""Versions of records as entity tags: ``ETag`` when read, ``If-Match`` when written."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse

from comity_web.access.saving import EditConflict
from comity_web.access.versioned import Versioned
from comity_web.answers.refusal import Refusal

Operation = TypeVar("Operation", bound=Callable[..., Any])
_TAG = re.compile(r'^(?:W/)?"v(\d{1,9})"$')


def tag_of(record: Versioned) -> str:
    """Return the entity tag of a record's version."""
    return f'"v{record.version}"'


def show_tag(response: HttpResponse, record: Versioned) -> None:
    """Put the tag on an answer."""
    response["ETag"] = tag_of(record)


def unchanged(request: HttpRequest, tag: str) -> bool:
    """Whether ``If-None-Match`` names this tag; strong and weak are equal here."""
    wanted = request.headers.get("If-None-Match", "")
    return wanted.strip() == "*" or tag.removeprefix("W/") in re.findall(r'"[^"]*"', wanted)


def expected_version(request: HttpRequest, given: int | None = None) -> int:
    """Return the version from which the caller began.

    ``If-Match`` says it, or the field ``version`` of the body. A compressing proxy may have turned
    a strong tag into a weak one, so both are taken.

    Raises
    ------
    Refusal
        428 if neither says it, 422 if the header is not a tag of ours.
    """
    header = request.headers.get("If-Match", "").strip()
    if not header and given is not None:
        return given
    if not header:
        raise Refusal(
            428,
            "Say which version you began from: If-Match with the ETag that you read, or the field "
            "version in the body. Otherwise somebody else's change could be lost.",
            field="header.If-Match",
        )
    found = _TAG.match(header)
    if found is None:
        raise Refusal(
            422, f'If-Match must be one tag such as "v3", not {header}.', field="header.If-Match"
        )
    return int(found[1])


def conflict_refusal(request: HttpRequest, error: EditConflict) -> Refusal:
    """Show both versions: 412 where ``If-Match`` named the older one, else 409."""
    status = 412 if "If-Match" in request.headers else 409
    return Refusal(
        status,
        str(error),
        expected=error.expected,
        version=error.theirs.version,
        theirs={name: getattr(error.theirs, name) for name in error.yours},
        yours=error.yours,
        headers={"ETag": tag_of(error.theirs)},
    )


def takes_version(operation: Operation) -> Operation:
    """Mark an operation that asks with :func:`expected_version`, so that its document says so."""
    operation.takes_version = True  # type: ignore[attr-defined]
    return operation
