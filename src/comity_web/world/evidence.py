"""The panel as this installation has it: the reference panel with what was imported."""

import comity
from comity.world.home import import_files
from comity.world.load import load_manifest
from comity.world.manifest import Manifest
from comity.world.panel import Panel
from comity_web.site.computed import computed


def panel() -> Panel:
    """Return the panel, read once and again only after an import."""
    return computed(("panel", _stamp()), comity.load_panel)


def manifest() -> Manifest:
    """Return what the panel was compiled from, every source with its vintage and licence."""
    return computed(("manifest", _stamp()), load_manifest)


def _stamp() -> tuple[tuple[str, int], ...]:
    return tuple((path.name, path.stat().st_mtime_ns) for path in import_files())
