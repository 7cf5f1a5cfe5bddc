"""Django's name for this application."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The application ``access``."""

    name = "comity_web.access"
    label = "access"
