"""Menu entries of this application."""

from comity_web.site.menu import Entry

ENTRIES = [
    Entry("Theatre", "home", "Assess", order=10),
    Entry("Model studio", "studio", "Assess", order=16, key="s"),
    Entry("Scenarios", "scenarios", "Assess", order=17, key="n"),
]
