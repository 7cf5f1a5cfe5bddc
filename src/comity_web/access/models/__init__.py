"""Users, what they may do, and what they did."""

from comity_web.access.models.audit_event import AuditEvent
from comity_web.access.models.membership import Membership
from comity_web.access.models.site_settings import SiteSettings
from comity_web.access.models.user import User

__all__ = ["AuditEvent", "Membership", "SiteSettings", "User"]
