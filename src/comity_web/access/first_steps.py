"""What must be done before anything else: replace a one-time password, set up a second factor."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from comity_web.access.queries import site_settings

#: Addresses that work before the first steps are done.
_OPEN = ("/account/", "/static/")


class FirstStepsMiddleware:
    """Lead somebody who has signed in to the step that is missing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through, or redirect to the step."""
        step = _missing_step(request)
        return self.get_response(request) if step is None else redirect(reverse(step))


def _missing_step(request: HttpRequest) -> str | None:
    if not request.user.is_authenticated or request.path.startswith(_OPEN):
        return None
    if request.user.must_change_password:
        return "account_change_password"
    if request.session.get("second_factor_seen"):
        return None
    if not site_settings().require_second_factor or _has_second_factor(request):
        request.session["second_factor_seen"] = True
        return None
    return "mfa_index"


def _has_second_factor(request: HttpRequest) -> bool:
    """Single sign-on brings the provider's own second factor."""
    from allauth.mfa.utils import is_mfa_enabled
    from allauth.socialaccount.models import SocialAccount

    return (
        bool(is_mfa_enabled(request.user))
        or SocialAccount.objects.filter(user=request.user).exists()
    )
