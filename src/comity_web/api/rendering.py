"""Answers as JSON in which what is not known is null, never NaN."""

import json
from typing import Any

from django.http import HttpRequest
from ninja.renderers import BaseRenderer

from comity.cli.shared_values import as_plain


class PlainJson(BaseRenderer):
    """JSON that every parser reads."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> str:  # noqa: ARG002
        """Write an answer."""
        return json.dumps(as_plain(data), ensure_ascii=False, allow_nan=False)
