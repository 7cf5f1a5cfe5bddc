"""Who calls: the owner of a token, somebody signed in with a browser, or nobody."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja.utils import check_csrf

from comity_web.access.models import User
from comity_web.answers.refusal import Refusal
from comity_web.api.actions import note_use
from comity_web.api.queries import token_with

#: Wrong tokens from one address before it must wait, and how long, in seconds.
FAILURES_MOST, WAIT = 20, 300
BODY_MOST = 1_000_000
_SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}


def identify(request: HttpRequest) -> None:
    """Set ``request.user`` and ``request.reads_only``; refuse what no operation should see.

    Raises
    ------
    Refusal
        401 for a wrong token, 413 for a body over a megabyte, 429 after too many wrong tokens,
        400 for an address that no database can hold.
    PermissionDenied
        If a form token is missing where a browser session writes, or a one-time password was not
        replaced yet.
    """
    _refuse_unreadable(request)
    header = request.headers.get("Authorization", "")
    if header:
        request.user = _owner(request, header)
    elif _writes_in_a_browser(request) and check_csrf(request) is not None:
        raise PermissionDenied(
            "A browser session must send the form token in X-CSRFToken when it writes; "
            "a program sends an API token instead."
        )
    if isinstance(request.user, User) and request.user.must_change_password:
        raise PermissionDenied("Sign in on the site and replace your one-time password first.")


def _writes_in_a_browser(request: HttpRequest) -> bool:
    return request.user.is_authenticated and request.method not in _SAFE


def _refuse_unreadable(request: HttpRequest) -> None:
    length = str(request.META.get("CONTENT_LENGTH") or 0)
    if length.isdecimal() and int(length) > BODY_MOST:
        raise Refusal(413, f"The body may have {BODY_MOST:,} bytes at most.")
    sent = [request.path, *request.GET.keys(), *(v for vs in request.GET.lists() for v in vs[1])]
    if any("\x00" in text for text in sent):
        raise Refusal(400, "The address holds a NUL character; take it out.")


def _address(request: HttpRequest) -> str:
    """Where a call comes from, by the same rule as sign-in; a socket file has no address."""
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return "unknown"


def _owner(request: HttpRequest, header: str) -> User:
    """Return whose token it is; an address that guesses has to wait."""
    key = f"api-token-failures:{_address(request)}"
    failures = cache.get(key) or 0
    if failures >= FAILURES_MOST:
        raise Refusal(
            429,
            f"Too many wrong tokens came from this address; wait {WAIT // 60} minutes.",
            headers={"Retry-After": str(WAIT)},
        )
    scheme, _, secret = header.partition(" ")
    token = token_with(secret.strip()) if scheme.lower() == "bearer" else None
    if token is None:
        cache.set(key, failures + 1, WAIT)
        raise Refusal(401, "This token is wrong, expired or revoked. Make one under Your tokens.")
    note_use(token)
    request.reads_only = token.reads_only  # type: ignore[attr-defined]
    owner: User = token.owner
    return owner
