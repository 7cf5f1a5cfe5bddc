"""Reach the site from the command line; it stands above, so it is found by name."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from comity.terms.errors import DataMissing


def site_module(name: str) -> Any:
    """Return a module of the site, with Django ready.

    Raises
    ------
    DataMissing
        If the site is not installed.
    """
    if find_spec("comity_web") is None or find_spec("django") is None:
        raise DataMissing("The site is not installed; install it with: pip install 'comity[web]'")
    import_module("comity_web.site.configured").setup()
    return import_module(f"comity_web.{name}")
