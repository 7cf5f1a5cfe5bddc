"""Comity: an open workbench for security cooperation.

The public names are loaded when first used, so that ``import comity`` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from comity.terms.version import VERSION

if TYPE_CHECKING:
    from comity.assess.model import PropensityModel
    from comity.assess.scores import Scores
    from comity.terms.errors import ComityError
    from comity.world.load import load_panel
    from comity.world.panel import Panel

__version__ = VERSION

_HOMES = {
    "ComityError": "comity.terms.errors",
    "Panel": "comity.world.panel",
    "PropensityModel": "comity.assess.model",
    "Scores": "comity.assess.scores",
    "load_panel": "comity.world.load",
}

__all__ = ["ComityError", "Panel", "PropensityModel", "Scores", "__version__", "load_panel"]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'comity' has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
