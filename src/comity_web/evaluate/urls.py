"""Addresses of this application."""

from django.urls import path

from comity_web.evaluate.pages.finding import finding
from comity_web.evaluate.pages.own import own, own_delete
from comity_web.evaluate.pages.own_study import own_study
from comity_web.evaluate.pages.own_table import own_table
from comity_web.evaluate.pages.run import run
from comity_web.evaluate.pages.run_compare import run_compare
from comity_web.evaluate.pages.run_export import run_export
from comity_web.evaluate.pages.specification import specification, specification_file
from comity_web.evaluate.pages.studies import studies
from comity_web.evaluate.pages.study import study, study_run

urlpatterns = [
    path("studies/", studies, name="studies"),
    path("studies/<slug:name>/", study, name="study"),
    path("studies/<slug:name>/run/", study_run, name="study-run"),
    path("runs/compare/", run_compare, name="run-compare"),
    path("runs/<int:pk>/", run, name="run"),
    # The page of a job leads to what came out by these names.
    path("runs/<int:pk>/", run, name="job-outcome-ready-study"),
    path("runs/<int:pk>/", run, name="job-outcome-own-study"),
    path("runs/<int:pk>/claims/<slug:name>/", finding, name="run-finding"),
    path("runs/<int:pk>/export/<slug:kind>/", run_export, name="run-export"),
    path("runs/<int:pk>/specification/<int:number>/", specification, name="run-specification"),
    path(
        "runs/<int:pk>/specification/<int:number>/study.toml",
        specification_file,
        name="run-specification-file",
    ),
    path("own/", own, name="own"),
    path("own/study/", own_study, name="own-study"),
    path("own/<int:pk>/", own_table, name="own-table"),
    path("own/<int:pk>/delete/", own_delete, name="own-delete"),
]
