"""allauth tells of second factors by signals only; here they reach the trail and the session."""

from typing import Any

from allauth.mfa import app_settings as mfa_settings
from allauth.mfa import signals
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from comity_web.access import sign_in_actions as trail
from comity_web.access.first_steps import SEEN
from comity_web.access.models import User


def connect() -> None:
    """Listen; called once when the application is ready."""
    signals.authenticator_added.connect(_added)
    signals.authenticator_removed.connect(_removed)
    signals.authenticator_reset.connect(_renewed)
    signals.authenticator_used.connect(_used)
    signals.authentication_failed.connect(_refused)


def _added(*, user: User, authenticator: Any, **_: Any) -> None:
    trail.second_factor_changed(user, "added", authenticator.type, by=user)


def _removed(*, request: HttpRequest, user: User, authenticator: Any, **_: Any) -> None:
    request.session.pop(SEEN, None)
    trail.second_factor_changed(user, "removed", authenticator.type, by=user)


def _renewed(*, user: User, authenticator: Any, **_: Any) -> None:
    trail.second_factor_changed(user, "renewed", authenticator.type, by=user)


def _used(*, request: HttpRequest, authenticator: Any, **_: Any) -> None:
    """Remember a code for as long as it would be accepted; allauth forgets it after one period."""
    if authenticator.type == "totp":
        key = TOTP(authenticator)._get_used_cache_key(request.POST.get("code", ""))  # noqa: SLF001
        accepted = 2 * settings.MFA_TOTP_TOLERANCE + 1
        cache.touch(key, accepted * mfa_settings.TOTP_PERIOD)


def _refused(*, user: User, **_: Any) -> None:
    trail.code_refused(user, by=trail.NOBODY)
