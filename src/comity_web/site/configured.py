"""Make Django ready inside this process."""

import os


def configure() -> None:
    """Name the settings module unless somebody has done so already."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comity_web.site.settings")


def setup() -> None:
    """Load the applications; calling it twice does no harm."""
    configure()
    import django

    django.setup()
