"""A refusal in one documented shape: ``application/problem+json`` (RFC 9457)."""

import json
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from ninja import Schema
from pydantic import Field

from comity.cli.shared_values import as_plain

PROBLEM = "application/problem+json"


class FieldProblem(Schema):
    """What is wrong with one field."""

    field: str = Field(description="Where it stands, such as query.limit or body.model.")
    detail: str = Field(description="What was expected.")


class Problem(Schema):
    """Every refusal has this shape."""

    type: str = Field("about:blank", description="Always about:blank: the status says the kind.")
    title: str = Field(description="The kind of refusal in two or three words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="One sentence: what was expected, what came, what to do.")
    field: str | None = Field(None, description="The field that is wrong, where it is one.")
    errors: list[FieldProblem] = Field(
        default_factory=list, description="Every field that is wrong."
    )


class Conflict(Problem):
    """Somebody else saved first: both versions, so that nothing is lost."""

    expected: int | None = Field(None, description="The version from which you began.")
    version: int | None = Field(None, description="The version as it is now.")
    theirs: dict[str, Any] = Field(
        default_factory=dict, description="The fields that you wanted to change, as they are now."
    )
    yours: dict[str, Any] = Field(default_factory=dict, description="The same fields as you sent.")


class Refusal(Exception):
    """Refuse a call with a status and a sentence.

    Parameters
    ----------
    status
        HTTP status.
    detail
        One sentence.
    field
        The field that is wrong.
    headers
        Such as ``Retry-After``.
    more
        Further members of the answer.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        field: str | None = None,
        headers: dict[str, str] | None = None,
        **more: Any,
    ) -> None:
        self.status, self.detail, self.field = status, detail, field
        self.headers, self.more = headers or {}, more
        super().__init__(detail)

    def answer(self) -> HttpResponse:
        """Return it as it goes out."""
        body = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
            "field": self.field,
            "errors": [],
        } | self.more
        headers = dict(self.headers)
        if self.status == HTTPStatus.UNAUTHORIZED:
            headers.setdefault("WWW-Authenticate", 'Bearer realm="Comity"')
        return HttpResponse(
            json.dumps(as_plain(body)), status=self.status, content_type=PROBLEM, headers=headers
        )
