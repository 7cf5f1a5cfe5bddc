"""Addresses of this application."""

from django.urls import path

from comity_web.assess.pages.board import board
from comity_web.assess.pages.board_export import board_export
from comity_web.assess.pages.board_figures import board_figures
from comity_web.assess.pages.compare import compare
from comity_web.assess.pages.home import home
from comity_web.assess.pages.map_years import map_years
from comity_web.assess.pages.partner import partner
from comity_web.assess.pages.priority import priority
from comity_web.assess.pages.priority_undo import priority_undo
from comity_web.assess.pages.scenario import scenario, scenario_version
from comity_web.assess.pages.scenario_compare import scenario_compare
from comity_web.assess.pages.scenario_edit import scenario_edit
from comity_web.assess.pages.scenario_keep import (
    scenario_archive,
    scenario_duplicate,
    scenario_restore,
)
from comity_web.assess.pages.scenario_list import scenario_list
from comity_web.assess.pages.scenario_move import scenario_move
from comity_web.assess.pages.scenario_new import scenario_new
from comity_web.assess.pages.studio import studio
from comity_web.assess.pages.studio_export import studio_export
from comity_web.assess.pages.studio_recalculate import studio_recalculate

urlpatterns = [
    path("", home, name="home"),
    path("map-years.json", map_years, name="map-years"),
    path("partners/<str:code>/", partner, name="partner"),
    path("compare/", compare, name="compare"),
    path("studio/", studio, name="studio"),
    path("studio/recalculate/", studio_recalculate, name="studio-recalculate"),
    path("studio/export/<slug:kind>/", studio_export, name="studio-export"),
    path("scenarios/", scenario_list, name="scenarios"),
    path("scenarios/new/", scenario_new, name="scenario-new"),
    path("scenarios/compare/", scenario_compare, name="scenario-compare"),
    path("scenarios/<int:pk>/", scenario, name="scenario"),
    path("scenarios/<int:pk>/edit/", scenario_edit, name="scenario-edit"),
    path("scenarios/<int:pk>/move/", scenario_move, name="scenario-move"),
    path("scenarios/<int:pk>/archive/", scenario_archive, name="scenario-archive"),
    path("scenarios/<int:pk>/duplicate/", scenario_duplicate, name="scenario-duplicate"),
    path("scenarios/<int:pk>/version/<int:number>/", scenario_version, name="scenario-version"),
    path(
        "scenarios/<int:pk>/version/<int:number>/restore/",
        scenario_restore,
        name="scenario-restore",
    ),
    path("board/", board, name="board"),
    path("board/export/<slug:kind>/", board_export, name="board-export"),
    path("board/figures/", board_figures, name="board-figures"),
    path("board/priority/<str:code>/", priority, name="priority"),
    path("board/priority/<str:code>/undo/", priority_undo, name="priority-undo"),
]
