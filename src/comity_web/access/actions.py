"""The only writer of users, memberships and site settings. Each action says who, and leaves a trace."""

import secrets
from typing import Any

from django.db import transaction

from comity.terms.errors import InputError
from comity_web.access.audit import write_event
from comity_web.access.models import Membership, SiteSettings, User
from comity_web.access.queries import site_settings
from comity_web.access.roles import ROLES
from comity_web.access.saving import save_changes
from comity_web.access.scope import EVERYWHERE, Scope


@transaction.atomic
def create_user(
    username: str, *, by: User | str, full_name: str = "", reason: str = ""
) -> tuple[User, str]:
    """Create an account and return it with its one-time password, which is shown once only."""
    if User.objects.filter(username__iexact=username).exists():
        raise InputError(f"There is an account {username!r} already; choose another name.")
    first, _, last = full_name.strip().rpartition(" ")
    user = User(username=username, first_name=first, last_name=last, must_change_password=True)
    password = _one_time_password()
    user.set_password(password)
    user.full_clean()
    user.save()
    write_event("user.created", user, by=by, after={"username": username}, reason=reason)
    return user, password


@transaction.atomic
def reset_password(user: User, *, by: User | str, reason: str = "") -> str:
    """Give an account a new one-time password; every session of it ends."""
    password = _one_time_password()
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    write_event("user.password_reset", user, by=by, reason=reason)
    return password


@transaction.atomic
def password_chosen(user: User, *, by: User) -> None:
    """Note that a user has replaced the one-time password."""
    user.must_change_password = False
    user.save(update_fields=["must_change_password"])
    write_event("user.password_chosen", user, by=by)


@transaction.atomic
def set_active(user: User, active: bool, *, by: User, reason: str = "") -> None:
    """Close an account or open it again; nothing that it did is removed."""
    if user == by and not active:
        raise InputError("You cannot close your own account; another administrator can.")
    before = {"is_active": user.is_active}
    user.is_active = active
    user.save(update_fields=["is_active"])
    action = "user.opened" if active else "user.closed"
    write_event(action, user, by=by, before=before, after={"is_active": active}, reason=reason)


@transaction.atomic
def grant_role(
    user: User, role: str, scope: Scope = EVERYWHERE, *, by: User | str, reason: str = ""
) -> Membership:
    """Give a role within a scope; giving it twice changes nothing."""
    if role not in ROLES:
        raise InputError(f"There is no role {role!r}; roles are {', '.join(ROLES)}.")
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
def revoke_role(membership: Membership, *, by: User, reason: str = "") -> None:
    """Take a role away; the last administrator keeps it."""
    others = Membership.objects.filter(
        role="administrator", scope_kind="everywhere", user__is_active=True
    ).exclude(pk=membership.pk)
    if membership.role == "administrator" and not others.exists():
        raise InputError("This is the last administrator; make somebody else one first.")
    write_event(
        "membership.revoked",
        membership,
        by=by,
        scope=membership.scope,
        before={
            "user": membership.user.username,
            "role": membership.role,
            "scope": str(membership.scope),
        },
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
    settings = site_settings()
    if settings._state.adding:  # noqa: SLF001 (Django's documented mark of an unsaved row)
        settings.save(force_insert=True)
    save_changes(
        settings, changes, by=by, expected=expected, action="site.settings_changed", reason=reason
    )
    return settings


def _one_time_password() -> str:
    """Return four groups of four letters and digits that cannot be mistaken for one another."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4))
