"""What an administrator does to accounts from the command line, when nobody can sign in."""

from collections.abc import Callable
from getpass import getuser

from comity.terms.errors import InputError
from comity_web.access import actions
from comity_web.access.models import User
from comity_web.access.queries import factors_of
from comity_web.access.scope import Scope
from comity_web.site.tables import require_up_to_date

_BY = "comity"


def account(
    username: str,
    *,
    say: Callable[[str], None],
    role: str = "",
    where: str = "everywhere",
    full_name: str = "",
    new_password: bool = False,
    remove_second_factor: bool = False,
    close: bool = False,
    reopen: bool = False,
) -> None:
    """Do what was asked to one account, then say how it stands.

    Parameters
    ----------
    username
        Whose account; one that is not there is made if a role is named.
    say
        Prints a line, the one-time password among them.
    role, where, full_name
        A role to give, its place, and the name of a new account.
    new_password, remove_second_factor, close, reopen
        What to do to an account that is there.

    Raises
    ------
    InputError
        If there is no such account and no role is named.
    """
    require_up_to_date()
    reason = f"command line, {getuser()}"
    user = User.objects.filter(username__iexact=username).first()
    if user is None:
        _make(username, role, Scope.parse(where), full_name, reason, say)
        return
    if full_name:
        raise InputError(f"{user.username} has an account; --name is for a new one.")
    if role:
        actions.grant_role(user, role, Scope.parse(where), by=_BY, reason=reason)
    if new_password:
        password = actions.reset_password(user, by=_BY, reason=reason)
        say(f"One-time password of {user.username}: {password}")
    if remove_second_factor:
        actions.reset_second_factor(user, by=_BY, reason=reason)
    if close or reopen:
        actions.set_active(user, reopen, by=_BY, reason=reason)
    say(_standing(user))


def _make(
    username: str,
    role: str,
    scope: Scope,
    full_name: str,
    reason: str,
    say: Callable[[str], None],
) -> None:
    if not role:
        raise InputError(f"There is no account {username!r}. Name a --role to make one.")
    user, password = actions.invite(
        username, role, scope, by=_BY, full_name=full_name, reason=reason
    )
    say(f"One-time password of {user.username}: {password}")
    say(_standing(user))


def _standing(user: User) -> str:
    roles = [f"{m.role}, {m.scope.title}" for m in user.memberships.all()] or ["no role"]
    factors = [f.get_type_display() for f in factors_of(user)] or ["no second factor"]
    state = "open" if user.is_active else "closed"
    return f"{user.username}: {state}; {'; '.join(roles)}; {', '.join(factors)}"
