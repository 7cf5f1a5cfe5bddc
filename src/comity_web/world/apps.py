"""Django's name for this application."""

from django.apps import AppConfig


class WorldConfig(AppConfig):
    """The application ``world``."""

    name = "comity_web.world"
    label = "world"
