"""Menu entries of this application."""

from comity_web.site.menu import Entry

ENTRIES = [
    Entry("Find an authority", "finder", "Law", order=30, key="l"),
    Entry("Catalogue", "authority-catalogue", "Law", order=31),
    Entry("Patchwork", "patchwork", "Law", order=32),
    Entry("Mechanisms", "mechanisms", "Law", order=33),
    Entry("Gates", "gates", "Law", order=34),
    Entry("Calendar", "law-calendar", "Law", order=35),
    Entry("Amounts", "amounts", "Law", order=36),
]
