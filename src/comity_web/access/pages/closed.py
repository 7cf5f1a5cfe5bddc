"""What allauth offers and a closed network has no use for: sign-up by visitors, e-mail."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def closed(request: HttpRequest, **_: Any) -> HttpResponse:  # noqa: ARG001 (every address ends here)
    """Say who can help instead.

    Raises
    ------
    Http404
        Always.
    """
    raise Http404(
        "Accounts are made by an administrator and nothing here is sent by e-mail. "
        "An administrator can make you an account or give you a new one-time password."
    )
