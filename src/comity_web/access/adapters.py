"""How sign-in behaves here: accounts are made by administrators, never by visitors."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from comity_web.access.actions import password_chosen
from comity_web.access.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-in with a username and password, and what follows a new password."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Nobody signs up; an administrator invites."""
        return False

    def set_password(self, user: User, password: str) -> None:
        """Store a new password; a one-time password is thereby replaced."""
        super().set_password(user, password)
        if user.must_change_password:
            password_chosen(user, by=user)


class SignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Single sign-on: whoever the identity provider vouches for gets an account without a role."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002
        """The administrator of the identity provider decides who comes here."""
        return True

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:
        """Take the name from the provider; refuse a name that an account with a password has.

        Raises
        ------
        PermissionDenied
            If the name is taken: two people must not share an account.
        """
        user = super().populate_user(request, sociallogin, data)
        name = data.get("username") or data.get("email") or sociallogin.account.uid
        if User.objects.filter(username__iexact=name).exists():
            raise PermissionDenied(
                f"The identity provider names you {name!r}, and an account of that name exists. "
                "Ask an administrator to connect or rename it."
            )
        user.username = name
        return user
