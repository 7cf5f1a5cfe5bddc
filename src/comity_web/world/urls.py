"""Addresses of this application."""

from django.urls import path

from comity_web.world.pages.attribution import attribution_text
from comity_web.world.pages.catalogue import catalogue_page
from comity_web.world.pages.coverage import coverage
from comity_web.world.pages.download import (
    indicator_download,
    panel_download,
    partner_download,
)
from comity_web.world.pages.find_partner import find_partner
from comity_web.world.pages.group_edit import group_archive, group_edit, group_restore
from comity_web.world.pages.group_new import group_new
from comity_web.world.pages.groups import groups
from comity_web.world.pages.indicator import indicator
from comity_web.world.pages.sources import source, sources

urlpatterns = [
    path("find/", find_partner, name="find-partner"),
    path("data/", catalogue_page, name="catalogue"),
    path("data/coverage/", coverage, name="coverage"),
    path("data/sources/", sources, name="sources"),
    path("data/sources/<str:name>/", source, name="source"),
    path("data/attribution.txt", attribution_text, name="attribution"),
    path("data/panel.<str:kind>", panel_download, name="panel-download"),
    path("data/indicators/<str:name>/", indicator, name="indicator"),
    path(
        "data/indicators/<str:name>/figures.<str:kind>",
        indicator_download,
        name="indicator-download",
    ),
    path("partners/<str:code>/figures.<str:kind>", partner_download, name="partner-download"),
    path("groups/", groups, name="groups"),
    path("groups/new/", group_new, name="group-new"),
    path("groups/<int:pk>/", group_edit, name="group-edit"),
    path("groups/<int:pk>/archive/", group_archive, name="group-archive"),
    path("groups/<int:pk>/restore/", group_restore, name="group-restore"),
]
