"""Django's name for this application."""

from django.apps import AppConfig


class AssessConfig(AppConfig):
    """The application ``assess``."""

    name = "comity_web.assess"
    label = "assess"
