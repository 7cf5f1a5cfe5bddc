"""What must be done before anything else: replace a one-time password, set up a second factor."""

from collections.abc import Callable
from time import time

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from comity_web.access.queries import site_settings
from comity_web.answers.refusal import Refusal

#: Addresses that work before the first steps are done.
_OPEN = ("/account/", "/static/")

#: Mark in the session: a second factor was there when we looked.
SEEN = "second_factor_seen"


class FirstStepsMiddleware:
    """Lead somebody who has signed in to the step that is missing; end a session that is too old."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through, or redirect to the step."""
        if request.path.startswith("/static/") or not request.user.is_authenticated:
            return self.get_response(request)
        program = request.path.startswith("/api/v")
        if _too_old(request):
            get_adapter(request).logout(request)
            if program:
                return Refusal(401, "Your session ended; sign in again.").answer()
            messages.info(request, "Your session ended after twelve hours. Sign in again.")
            return redirect(f"{reverse('account_login')}?next={request.path}")
        step = None if request.path.startswith(_OPEN) else _missing_step(request)
        if step is None:
            return self.get_response(request)
        if program:
            said = "A step after signing in is missing; open the site in a browser and do it first."
            return Refusal(403, said).answer()
        return redirect(reverse(step))


def _too_old(request: HttpRequest) -> bool:
    """Whether the session began longer ago than a session lasts; use does not prolong it."""
    records = get_authentication_records(request, request.user)
    return bool(records) and time() - float(records[0]["at"]) > settings.SESSION_COOKIE_AGE


def _missing_step(request: HttpRequest) -> str | None:
    if request.user.must_change_password:  # type: ignore[union-attr]
        return "account_change_password"
    if request.session.get(SEEN) or not site_settings().require_second_factor:
        return None
    if not _has_second_factor(request):
        return "mfa_index"
    request.session[SEEN] = True
    return None


def _has_second_factor(request: HttpRequest) -> bool:
    """Whether there is an app or a passkey; a session of single sign-on has the provider's own."""
    records = get_authentication_records(request, request.user)
    through_provider = any(record["method"] == "socialaccount" for record in records)
    return through_provider or bool(is_mfa_enabled(request.user, types=["totp", "webauthn"]))
