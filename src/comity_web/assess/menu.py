"""Menu entries of this application."""

from comity_web.site.menu import Entry

ENTRIES = [
    Entry("Theatre", "home", "Assess", order=10),
    Entry("Compare partners", "compare", "Assess", order=12, key="c"),
    Entry("Model studio", "studio", "Assess", order=16, key="s"),
    Entry("Scenarios", "scenarios", "Assess", order=17, key="n"),
    Entry("Matching board", "board", "Assess", order=18, key="b"),
]
