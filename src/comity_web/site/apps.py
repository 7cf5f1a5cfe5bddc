"""Django's name for this application."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The application ``site``."""

    name = "comity_web.site"
    label = "site"
