"""Menu entries of this application."""

from comity_web.site.menu import Entry

ENTRIES = [Entry("API", "api-reference", "Site", order=90)]
