"""The only writer of users, memberships and site settings. Each action says who, and leaves a trace."""

import secrets
from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import transaction

from comity.terms.errors import InputError
from comity_web.access.audit import write_event
from comity_web.access.managing import require_grant, require_manage, require_manage_members
from comity_web.access.models import Membership, SiteSettings, User
from comity_web.access.permissions import Permission
from comity_web.access.queries import site_settings
from comity_web.access.roles import ROLES
from comity_web.access.rules import require
from comity_web.access.saving import save_changes
from comity_web.access.scope import EVERYWHERE, Scope

#: Names under which the trail keeps what no person did.
RESERVED = {"comity", "nobody", "single sign-on", "system"}


@transaction.atomic
def create_user(
    username: str, *, by: User | str, full_name: str = "", reason: str = ""
) -> tuple[User, str]:
    """Create an account without a role and return it with its one-time password.

    Raises
    ------
    InputError
        If the name is taken, reserved or not a name.
    """
    require_manage_members(by)
    return _made(username, by=by, full_name=full_name, reason=reason)


@transaction.atomic
def invite(
    username: str,
    role: str,
    scope: Scope = EVERYWHERE,
    *,
    by: User | str,
    full_name: str = "",
    reason: str = "",
) -> tuple[User, str]:
    """Create an account with its first role; an administrator of one place may do this there."""
    _require_role(role)
    require_grant(by, role, scope)
    user, password = _made(username, by=by, full_name=full_name, reason=reason)
    grant_role(user, role, scope, by=by, reason=reason)
    return user, password


@transaction.atomic
def account_from_provider(user: User, *, by: str, keep: Callable[[], object]) -> None:
    """Make the account of somebody for whom the provider of single sign-on vouches.

    Parameters
    ----------
    user
        As the provider describes them, not saved yet.
    by
        Who did it, for the trail.
    keep
        Saves the user and the tie to the provider.

    Raises
    ------
    InputError
        If an account of that name exists: two people must not share one.
    """
    user.set_unusable_password()
    _require_free_name(user, "Ask an administrator to rename one of them")
    keep()
    write_event("user.created", user, by=by, after={"username": user.username})


@transaction.atomic
def reset_password(user: User, *, by: User | str, reason: str = "") -> str:
    """Give an account a new one-time password; every session of it ends.

    Raises
    ------
    InputError
        If the account has no password because it uses single sign-on.
    """
    require_manage(by, user)
    if not user.has_usable_password():
        raise InputError(
            f"{user.username} signs in through the identity provider and has no password here."
        )
    password = _one_time_password()
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    write_event("user.password_reset", user, by=by, reason=reason)
    return password


@transaction.atomic
def reset_second_factor(user: User, *, by: User | str, reason: str = "") -> int:
    """Remove the app, passkeys and recovery codes of somebody who lost them; return how many."""
    require_manage(by, user)
    factors = Authenticator.objects.filter(user=user)
    removed = sorted(factors.values_list("type", flat=True))
    factors.delete()
    write_event("user.second_factor_reset", user, by=by, before={"factors": removed}, reason=reason)
    return len(removed)


@transaction.atomic
def password_chosen(user: User, *, by: User) -> None:
    """Note that somebody has chosen a password of their own."""
    user.must_change_password = False
    user.save(update_fields=["must_change_password"])
    write_event("user.password_chosen", user, by=by)


@transaction.atomic
def set_active(user: User, active: bool, *, by: User | str, reason: str = "") -> None:
    """Close an account or open it again; nothing that it did is removed."""
    if user == by and not active:
        raise InputError("You cannot close your own account; another administrator can.")
    require_manage(by, user)
    administrators = _lock_administrators()
    before = {"is_active": user.is_active}
    user.is_active = active
    user.save(update_fields=["is_active"])
    if not active and administrators and not _open(administrators):
        raise InputError("This is the last administrator; make somebody else one first.")
    action = "user.opened" if active else "user.closed"
    write_event(action, user, by=by, before=before, after={"is_active": active}, reason=reason)


@transaction.atomic
def grant_role(
    user: User, role: str, scope: Scope = EVERYWHERE, *, by: User | str, reason: str = ""
) -> Membership:
    """Give a role within a scope; giving it twice changes nothing."""
    _require_role(role)
    require_grant(by, role, scope)
    membership, new = Membership.objects.get_or_create(
        user=user,
        role=role,
        scope_kind=scope.kind,
        scope_code=scope.code,
        defaults={"granted_by": by if isinstance(by, str) else by.username},
    )
    if new:
        write_event(
            "membership.granted",
            membership,
            by=by,
            scope=scope,
            after={"user": user.username, "role": role, "scope": str(scope)},
            reason=reason,
        )
    return membership


@transaction.atomic
def revoke_role(membership: Membership, *, by: User | str, reason: str = "") -> None:
    """Take a role away; the last administrator keeps it."""
    user, role, scope = membership.user, membership.role, membership.scope
    require_grant(by, role, scope)
    administrators = [pk for pk in _lock_administrators() if pk != membership.pk]
    if role == "administrator" and scope == EVERYWHERE and not _open(administrators):
        raise InputError("This is the last administrator; make somebody else one first.")
    write_event(
        "membership.revoked",
        membership,
        by=by,
        scope=scope,
        before={"user": user.username, "role": role, "scope": str(scope)},
        reason=reason,
    )
    membership.delete()


@transaction.atomic
def change_settings(
    changes: dict[str, Any], *, by: User | str, expected: int, reason: str = ""
) -> SiteSettings:
    """Change what holds for the whole site.

    Raises
    ------
    EditConflict
        If another administrator changed it meanwhile.
    """
    if not isinstance(by, str):
        require(by, Permission.MANAGE_SITE)
    settings = site_settings()
    if settings._state.adding:  # noqa: SLF001 (Django's documented mark of an unsaved row)
        settings.save(force_insert=True)
    save_changes(
        settings, changes, by=by, expected=expected, action="site.settings_changed", reason=reason
    )
    return settings


def _made(username: str, *, by: User | str, full_name: str, reason: str) -> tuple[User, str]:
    first, _, last = full_name.strip().rpartition(" ")
    user = User(username=username, first_name=first, last_name=last, must_change_password=True)
    password = _one_time_password()
    user.set_password(password)
    _require_free_name(user, "Choose another name")
    user.save()
    write_event("user.created", user, by=by, after={"username": username}, reason=reason)
    return user, password


def _require_free_name(user: User, mend: str) -> None:
    name = user.username
    if name.lower() in RESERVED or User.objects.filter(username__iexact=name).exists():
        raise InputError(f"There is an account {name!r} already, or it is reserved. {mend}.")
    try:
        user.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        raise InputError(f"{name!r} cannot be a username: {' '.join(error.messages)}") from error


def _require_role(role: str) -> None:
    if role not in ROLES:
        raise InputError(f"There is no role {role!r}; roles are {', '.join(ROLES)}.")


def _lock_administrators() -> list[int]:
    """Let no two administrators take the role from one another at the same moment."""
    rows = Membership.objects.select_for_update().filter(
        role="administrator", scope_kind="everywhere"
    )
    return [row.pk for row in rows.order_by("pk")]


def _open(grants: list[int]) -> bool:
    """Whether one of these grants belongs to an account that is open."""
    return Membership.objects.filter(pk__in=grants, user__is_active=True).exists()


def _one_time_password() -> str:
    """Return four groups of four letters and digits that cannot be mistaken for one another."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4))
