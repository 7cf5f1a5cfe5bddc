"""What each server process does on its own once it stands: read the data, take up long work."""

from importlib import import_module
from importlib.util import find_spec
from threading import Thread

from django.apps import apps

from comity_web.site.demonstrating import add_if_asked


def warm() -> None:
    """Let each application compute what its first visitor would wait for, in the background."""
    Thread(target=_prepare, name="warm-up", daemon=True).start()


def start_workers() -> None:
    """Let each application start its background work in this process."""
    for config in apps.get_app_configs():
        name = f"{config.name}.background"
        if config.name.startswith("comity_web.") and find_spec(name):
            import_module(name).start()


def _prepare() -> None:
    add_if_asked()
    for config in apps.get_app_configs():
        name = f"{config.name}.warm_up"
        if config.name.startswith("comity_web.") and find_spec(name):
            import_module(name).run()
