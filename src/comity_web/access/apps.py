"""Django's name for this application."""

from importlib import import_module

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The application ``access``."""

    name = "comity_web.access"
    label = "access"

    def ready(self) -> None:
        """Listen to sign-in, once models stand."""
        import_module("comity_web.access.sign_in_signals").connect()
