"""Django's name for this application."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The application ``records``."""

    name = "comity_web.records"
    label = "records"
