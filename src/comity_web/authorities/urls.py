"""Addresses of this application."""

from django.urls import path

from comity_web.authorities.pages.amounts import amounts
from comity_web.authorities.pages.catalogue import catalogue
from comity_web.authorities.pages.consolidation import consolidation
from comity_web.authorities.pages.crowds import crowds
from comity_web.authorities.pages.finder import finder
from comity_web.authorities.pages.finder_export import finder_export
from comity_web.authorities.pages.gaps import gaps
from comity_web.authorities.pages.gate import gate
from comity_web.authorities.pages.gates import gates
from comity_web.authorities.pages.history import history
from comity_web.authorities.pages.law_calendar import law_calendar
from comity_web.authorities.pages.law_calendar_ics import law_calendar_ics
from comity_web.authorities.pages.mechanisms import mechanisms
from comity_web.authorities.pages.patchwork import patchwork
from comity_web.authorities.pages.record import record
from comity_web.authorities.pages.two_titles import two_titles

urlpatterns = [
    path("", finder, name="finder"),
    path("answer.<str:kind>", finder_export, name="finder-export"),
    path("records/", catalogue, name="authority-catalogue"),
    path("records/<str:authority>/", record, name="authority"),
    path("patchwork/", patchwork, name="patchwork"),
    path("patchwork/crowds/", crowds, name="crowds"),
    path("patchwork/gaps/", gaps, name="gaps"),
    path("patchwork/titles/", two_titles, name="two-titles"),
    path("patchwork/history/", history, name="law-history"),
    path("patchwork/consolidation/", consolidation, name="consolidation"),
    path("mechanisms/", mechanisms, name="mechanisms"),
    path("gates/", gates, name="gates"),
    path("gates/<str:name>/", gate, name="gate"),
    path("calendar/", law_calendar, name="law-calendar"),
    path("calendar.ics", law_calendar_ics, name="law-calendar-ics"),
    path("amounts/", amounts, name="amounts"),
]
