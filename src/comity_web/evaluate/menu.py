"""Menu entries of this application."""

from comity_web.access.permissions import Permission
from comity_web.site.menu import Entry

ENTRIES = [
    Entry("Studies", "studies", "Evaluate", order=60, key="u"),
    Entry("Study of your own", "own", "Evaluate", Permission.RUN_STUDIES, order=61),
    Entry("Compare runs", "run-compare", "Evaluate", Permission.READ_DRAFTS, order=62),
]
