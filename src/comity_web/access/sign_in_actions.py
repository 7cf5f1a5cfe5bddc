"""What happens at the door leaves a trace: who came in and how, who was refused, who left."""

from collections.abc import Sequence

from django.db import transaction

from comity_web.access.audit import write_event
from comity_web.access.models import User

#: Who did it where nobody has signed in, and where the provider of single sign-on vouched.
NOBODY = "nobody"
PROVIDER = "single sign-on"
_UNKNOWN = "(no such account)"


@transaction.atomic
def signed_in(user: User, *, by: User, methods: Sequence[str], address: str) -> None:
    """Note that somebody signed in, by which methods and from where."""
    write_event("user.signed_in", user, by=by, after={"methods": list(methods), "address": address})


@transaction.atomic
def signed_out(user: User, *, by: User) -> None:
    """Note that somebody signed out."""
    write_event("user.signed_out", user, by=by)


@transaction.atomic
def sign_in_failed(username: str, *, by: str, address: str) -> None:
    """Note a wrong password.

    A name that no account has is not kept: people type passwords into the wrong box.
    """
    write_event("user.sign_in_failed", _account(username), by=by, after={"address": address})


@transaction.atomic
def sign_in_throttled(username: str, *, by: str, address: str) -> None:
    """Note that attempts are refused for a while."""
    write_event("user.sign_in_throttled", _account(username), by=by, after={"address": address})


@transaction.atomic
def code_refused(user: User, *, by: str) -> None:
    """Note a wrong code after a right password."""
    write_event("user.code_refused", user, by=by)


@transaction.atomic
def second_factor_changed(user: User, change: str, kind: str, *, by: User) -> None:
    """Note that somebody added, removed or renewed an app, a passkey or recovery codes."""
    write_event(f"user.factor_{change}", user, by=by, after={"factor": kind})


def _account(username: str) -> User:
    found = User.objects.filter(username__iexact=username).first()
    return found or User(username=_UNKNOWN)
