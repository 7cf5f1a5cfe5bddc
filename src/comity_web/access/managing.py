"""Whom an administrator may manage: nobody who can do more than they can give."""

from django.core.exceptions import PermissionDenied

from comity_web.access.models import User
from comity_web.access.permissions import Permission
from comity_web.access.roles import ROLES
from comity_web.access.rules import can, require, scopes_with
from comity_web.access.scope import EVERYWHERE, Scope, every_scope

MANAGE = Permission.MANAGE_MEMBERS


def manages_everywhere(by: User | str) -> bool:
    """Whether somebody manages all people; the system itself (a text) does."""
    return isinstance(by, str) or can(by, MANAGE)


def can_grant(by: User | str, role: str, scope: Scope) -> bool:
    """Whether somebody may give or take this role there: they hold all that it permits, there."""
    if isinstance(by, str):
        return True
    return can(by, MANAGE, scope) and all(can(by, p, scope) for p in ROLES[role].permissions)


def can_manage(by: User | str, user: User) -> bool:
    """Whether somebody may close an account or give it a new password.

    Whoever sets a password can sign in with it, so the account must not reach further than they
    do: all its roles lie within their scopes, and it has one, because one without roles may be
    given any tomorrow.
    """
    if manages_everywhere(by):
        return True
    assert isinstance(by, User)
    mine = scopes_with(by, MANAGE)
    theirs = [grant.scope for grant in user.memberships.all()]
    return bool(theirs) and all(any(scope.covers(theirs_) for scope in mine) for theirs_ in theirs)


def places_managed(by: User) -> list[Scope]:
    """Return every place in which somebody may give roles: everywhere, commands, partners."""
    return [scope for scope in every_scope() if can(by, MANAGE, scope)]


def require_grant(by: User | str, role: str, scope: Scope) -> None:
    """Refuse a grant that exceeds what somebody may give.

    Raises
    ------
    PermissionDenied
        Says where they would need to be an administrator.
    """
    if not can_grant(by, role, scope):
        raise PermissionDenied(
            f"You may give and take roles only where you are an administrator, and {scope.title} "
            "is not within it."
        )


def require_manage(by: User | str, user: User) -> None:
    """Refuse to touch an account that reaches further than its manager.

    Raises
    ------
    PermissionDenied
        Says who can.
    """
    if not can_manage(by, user):
        raise PermissionDenied(
            f"{user.username} has no role yet, or roles outside the places where you are an "
            "administrator. An administrator of the whole site can do this."
        )


def require_manage_members(by: User | str, scope: Scope = EVERYWHERE) -> None:
    """Refuse somebody who does not manage people there."""
    if not isinstance(by, str):
        require(by, MANAGE, scope)
