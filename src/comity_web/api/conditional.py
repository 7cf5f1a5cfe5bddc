"""Around every operation: HEAD, 405 in our shape, entity tags, and 304 where nothing changed."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

from comity_web.answers.refusal import Refusal
from comity_web.answers.tags import unchanged

View = Callable[..., HttpResponseBase]


def conditional(view: View) -> View:
    """Wrap the view of one address.

    The form token of browser sessions is checked where the caller is identified, not by Django's
    middleware, because a token needs none.
    """

    @csrf_exempt
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        head = request.method == "HEAD"
        if head:
            request.method = "GET"
        response = view(request, *args, **kwargs)
        if response.status_code == 405:
            allow = response.headers["Allow"]
            detail = f"This address does not answer {request.method}; it answers {allow}."
            response = Refusal(405, detail, headers={"Allow": allow}).answer()
        if request.method == "GET":
            response = _tagged(request, response)
        patch_vary_headers(response, ("Authorization", "Cookie", "Accept"))
        response.headers.setdefault("Cache-Control", "private, no-cache")
        if head and isinstance(response, HttpResponse):
            response.headers["Content-Length"] = str(len(response.content))
            response.content = b""
        return response

    return answered


def _tagged(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    if response.status_code != 200 or not isinstance(response, HttpResponse):
        return response
    if "ETag" not in response:
        response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:20]}"'
    if not unchanged(request, response["ETag"]):
        return response
    answer = HttpResponse(status=304, headers={"ETag": response["ETag"]})
    del answer["Content-Type"]
    return answer
