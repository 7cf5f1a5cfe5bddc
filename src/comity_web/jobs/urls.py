"""Addresses of this application."""

from django.urls import path, re_path

from comity_web.jobs.pages.job import job
from comity_web.jobs.pages.job_move import job_move
from comity_web.jobs.pages.jobs import jobs

urlpatterns = [
    path("", jobs, name="jobs"),
    path("<int:pk>/", job, name="job"),
    re_path(r"^(?P<pk>\d+)/(?P<move>stop|resume)/$", job_move, name="job-move"),
]
