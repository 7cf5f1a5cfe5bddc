"""Django's name for this application."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The application ``jobs``."""

    name = "comity_web.jobs"
    label = "jobs"
