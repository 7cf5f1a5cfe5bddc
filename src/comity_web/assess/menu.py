"""Menu entries of this application."""

from comity_web.site.menu import Entry

ENTRIES = [Entry("Theatre", "home", "Assess", order=10)]
