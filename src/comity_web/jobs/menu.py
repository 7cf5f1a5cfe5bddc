"""Menu entries of this application."""

from comity_web.access.permissions import Permission
from comity_web.site.menu import Entry

ENTRIES = [Entry("Long work", "jobs", "Evaluate", Permission.READ_DRAFTS, order=69)]
