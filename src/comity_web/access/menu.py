"""Entries of the menu."""

from comity_web.access.permissions import Permission
from comity_web.site.menu import Entry

ENTRIES = [
    Entry("People", "people", "Site", Permission.MANAGE_MEMBERS, order=90),
    Entry("Roles", "roles", "Site", Permission.READ, order=91),
    Entry("Trail", "trail", "Site", Permission.READ_DRAFTS, order=92),
    Entry("Settings", "site-settings", "Site", Permission.MANAGE_SITE, order=93),
]
