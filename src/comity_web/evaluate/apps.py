"""Django's name for this application."""

from django.apps import AppConfig


class EvaluateConfig(AppConfig):
    """The application ``evaluate``."""

    name = "comity_web.evaluate"
    label = "evaluate"
