"""What is read about people and the site."""

from allauth.mfa.models import Authenticator
from django.db.models import Q, QuerySet

from comity_web.access.models import AuditEvent, SiteSettings, User
from comity_web.access.permissions import Permission
from comity_web.access.rules import can, scopes_with
from comity_web.access.scope import Scope

#: Kinds of thing whose trail is for administrators and for the person it is about.
ABOUT_PEOPLE = ("user", "membership", "sitesettings", "apitoken")


def site_settings() -> SiteSettings:
    """Return the one row; before the first is saved, the defaults."""
    return SiteSettings.objects.filter(pk=1).first() or SiteSettings(pk=1)


def accounts() -> QuerySet[User]:
    """Return everybody with their roles, the open accounts first."""
    return User.objects.prefetch_related("memberships").order_by("-is_active", "username")


def factors_of(user: User) -> list[Authenticator]:
    """Return the apps and passkeys of somebody; recovery codes alone are no factor."""
    rows = Authenticator.objects.filter(user=user).exclude(type="recovery_codes")
    return list(rows.order_by("created_at"))


def events_for(user: User) -> QuerySet[AuditEvent]:
    """Return the lines of the trail that concern somebody.

    Whoever may read the trail sees all of it within their scopes. Everybody sees what they did
    themselves and what was done to their account, and what happened to records where they may
    read drafts.
    """
    if can(user, Permission.READ_AUDIT):
        return AuditEvent.objects.all()
    seen = _about(user)
    for scope in scopes_with(user, Permission.READ_AUDIT):
        seen |= _within(scope)
    for scope in scopes_with(user, Permission.READ_DRAFTS):
        seen |= _within(scope) & ~Q(target_kind__in=ABOUT_PEOPLE)
    return AuditEvent.objects.filter(seen)


def _about(user: User) -> Q:
    """Lines that somebody wrote, or that are about their account or roles."""
    name = user.get_username()
    role = Q(after__user=name) | Q(before__user=name)
    return (
        Q(actor=name)
        | Q(target_kind="user", target_id=str(user.pk))
        | (Q(target_kind="membership") & role)
    )


def _within(scope: Scope) -> Q:
    """Lines about a place and the places inside it."""
    reach = scope.reach()
    return Q(pk__gt=0) if reach is None else Q(scope__in=sorted(reach))
