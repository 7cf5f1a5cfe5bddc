"""How sign-in behaves here: accounts are made by administrators, never by visitors."""

from time import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from comity.terms.errors import InputError
from comity_web.access import sign_in_actions as trail
from comity_web.access.actions import account_from_provider, password_chosen
from comity_web.access.models import User

#: A run of refused attempts leaves one line in the trail for each account in this many seconds.
ONE_LINE_IN = 300


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-in with a username and password, and what follows a new password."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": (
            "Too many failed attempts for this account or from this address. "
            "Wait five minutes and try again, or ask an administrator for a new password."
        ),
        "username_password_mismatch": "No account has this username and password.",
        "rate_limited": "Too many attempts from this address. Wait a minute and try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Nobody signs up; an administrator invites."""
        return False

    def set_password(self, user: User, password: str) -> None:
        """Store a new password; a one-time password is thereby replaced."""
        super().set_password(user, password)
        password_chosen(user, by=user)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Go on with what comes next; the first-steps middleware may put a step in between."""
        return reverse("my-account") if request.user.is_authenticated else reverse("account_login")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask again who it is before sign-in is changed, unless they have just signed in."""
        records = get_authentication_records(self.request, self.request.user)
        last = max((float(record["at"]) for record in records), default=0.0)
        if time() - last < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
            return False
        return bool(super().is_reauthentication_required(app=app, **kwargs))

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:  # noqa: ARG002
        """Count by account alone: allauth's own key holds the host that the visitor named."""
        return str(credentials.get("username", "")).lower()

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse after too many failures, and say so once in the trail."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            name = self._get_login_attempts_cache_key(request, **credentials)
            if cache.add(f"throttled:{name.encode().hex()}"[:200], True, ONE_LINE_IN):
                trail.sign_in_throttled(name, by=trail.NOBODY, address=self.get_client_ip(request))
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Note a wrong password."""
        name = str(credentials.get("username", ""))
        trail.sign_in_failed(name, by=trail.NOBODY, address=self.get_client_ip(request))

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Note who signed in, and how."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        records = get_authentication_records(request, user)
        methods = [str(record.get("type") or record["method"]) for record in records]
        address = self.get_client_ip(request)
        trail.signed_in(user, by=user, methods=methods, address=address)
        return response

    def logout(self, request: HttpRequest) -> None:
        """Note who signed out."""
        if isinstance(request.user, User):
            trail.signed_out(request.user, by=request.user)
        super().logout(request)


class SignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Single sign-on: whoever the identity provider vouches for gets an account without a role."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002
        """The administrator of the identity provider decides who comes here."""
        return True

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:  # noqa: ARG002
        """Take no e-mail address: nothing is sent, and it must not tie accounts together."""
        sociallogin.email_addresses = []

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:
        """Take the name that people at the provider go by."""
        user = super().populate_user(request, sociallogin, data)
        user.username = data.get("username") or data.get("email") or sociallogin.account.uid
        user.provider_name = user.username  # allauth blanks a name that is taken
        user.email = ""
        return user

    def save_user(self, request: HttpRequest, sociallogin: Any, form: Any = None) -> Any:  # noqa: ARG002
        """Make the account; refuse a name that somebody here has.

        Raises
        ------
        ImmediateHttpResponse
            With a page that says what to do: two people must not share an account.
        """
        sociallogin.user.username = sociallogin.user.provider_name
        try:
            account_from_provider(
                sociallogin.user, by=trail.PROVIDER, keep=lambda: sociallogin.save(request)
            )
        except InputError as error:
            shown = {"title": "This account cannot be made", "text": str(error)}
            raise ImmediateHttpResponse(
                render(request, "site/refusal.html", shown, status=403)
            ) from error
        return sociallogin.user
