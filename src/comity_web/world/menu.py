"""Menu entries of this application."""

from comity_web.site.menu import Entry

ENTRIES = [
    Entry("Data", "catalogue", "World", order=60, key="d"),
    Entry("Coverage", "coverage", "World", order=61),
    Entry("Sources", "sources", "World", order=62),
    Entry("Groupings", "groups", "World", order=63),
]
