"""May somebody do something somewhere: the one place that answers."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied

from comity_web.access.models import Membership, SiteSettings
from comity_web.access.permissions import Permission
from comity_web.access.roles import ROLES
from comity_web.access.scope import EVERYWHERE, Scope

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from comity_web.access.models import User


def can(user: "User | AnonymousUser", permission: Permission, on: Scope = EVERYWHERE) -> bool:
    """Whether somebody may do something within a scope.

    Parameters
    ----------
    user
        Somebody signed in, or nobody.
    permission
        What they want to do.
    on
        Where. Reading what is published needs no particular place: any role will do.
    """
    if not user.is_authenticated:
        return permission is Permission.READ and _anonymous_viewers()
    if not user.is_active:
        return False
    held = scopes_with(user, permission)
    if permission is Permission.READ:
        return bool(held) or _anonymous_viewers()
    return any(scope.covers(on) for scope in held)


def can_somewhere(user: "User | AnonymousUser", permission: Permission) -> bool:
    """Whether there is any scope at all in which somebody may do something.

    The site itself has no parts: to set it up is permitted everywhere or not at all.
    """
    if not user.is_authenticated or permission in {Permission.READ, Permission.MANAGE_SITE}:
        return can(user, permission)
    return user.is_active and bool(scopes_with(user, permission))


def require(user: "User | AnonymousUser", permission: Permission, on: Scope = EVERYWHERE) -> None:
    """Refuse unless somebody may do something.

    Raises
    ------
    PermissionDenied
        Says which permission, where, and who can give it.
    """
    if not can(user, permission, on):
        raise PermissionDenied(
            f"This needs the permission to {permission} for {on}. "
            "An administrator can give you a role that has it."
        )


def scopes_with(user: "User | AnonymousUser", permission: Permission) -> list[Scope]:
    """Return every scope in which somebody holds a permission."""
    return [grant.scope for grant in _grants(user) if permission in ROLES[grant.role].permissions]


def _grants(user: Any) -> list[Membership]:
    """Read a user's grants once for each request: the user object is made anew for each."""
    if not user.is_authenticated:
        return []
    if not hasattr(user, "_grants"):
        user._grants = list(user.memberships.all())  # noqa: SLF001
    grants: list[Membership] = user._grants  # noqa: SLF001
    return grants


def _anonymous_viewers() -> bool:
    return SiteSettings.objects.filter(pk=1, anonymous_viewers=True).exists()
