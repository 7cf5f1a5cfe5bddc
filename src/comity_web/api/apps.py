"""Django's name for this application."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The application ``api``."""

    name = "comity_web.api"
    label = "api"
