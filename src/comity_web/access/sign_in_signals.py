"""allauth tells of second factors by signals only; here they reach the trail and the session."""

from typing import Any

from allauth.mfa import signals
from django.http import HttpRequest

from comity_web.access import sign_in_actions as trail
from comity_web.access.first_steps import SEEN
from comity_web.access.models import User


def connect() -> None:
    """Listen; called once when the application is ready."""
    signals.authenticator_added.connect(_added)
    signals.authenticator_removed.connect(_removed)
    signals.authenticator_reset.connect(_renewed)
    signals.authentication_failed.connect(_refused)


def _added(*, user: User, authenticator: Any, **_: Any) -> None:
    trail.second_factor_changed(user, "added", authenticator.type, by=user)


def _removed(*, request: HttpRequest, user: User, authenticator: Any, **_: Any) -> None:
    request.session.pop(SEEN, None)
    trail.second_factor_changed(user, "removed", authenticator.type, by=user)


def _renewed(*, user: User, authenticator: Any, **_: Any) -> None:
    trail.second_factor_changed(user, "renewed", authenticator.type, by=user)


def _refused(*, user: User, **_: Any) -> None:
    trail.code_refused(user, by=trail.NOBODY)
