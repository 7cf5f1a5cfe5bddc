"""Django's name for this application."""

from django.apps import AppConfig


class AuthoritiesConfig(AppConfig):
    """The application ``authorities``."""

    name = "comity_web.authorities"
    label = "authorities"
