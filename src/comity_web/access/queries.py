"""What is read about people and the site."""

from django.db.models import Q, QuerySet

from comity_web.access.models import AuditEvent, SiteSettings, User
from comity_web.access.permissions import Permission
from comity_web.access.rules import can, scopes_with


def site_settings() -> SiteSettings:
    """Return the one row; before the first is saved, the defaults."""
    return SiteSettings.objects.filter(pk=1).first() or SiteSettings(pk=1)


def events_for(user: User) -> QuerySet[AuditEvent]:
    """Return the lines of the trail that concern somebody.

    Those who may read the trail see all of it in their scopes; others see what they did
    themselves and what happened where they may read drafts.
    """
    if can(user, Permission.READ_AUDIT):
        return AuditEvent.objects.all()
    mine = Q(actor=user.get_username())
    for scope in scopes_with(user, Permission.READ_DRAFTS):
        if scope.kind == "everywhere":
            return AuditEvent.objects.exclude(target_kind__in=("user", "membership")) | (
                AuditEvent.objects.filter(mine)
            )
        mine |= Q(scope=str(scope)) & ~Q(target_kind__in=("user", "membership"))
    return AuditEvent.objects.filter(mine)
