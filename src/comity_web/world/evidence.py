"""The panel as this installation has it: the reference panel with what was imported."""

import comity
from comity.world.home import import_files
from comity.world.panel import Panel
from comity_web.site.computed import computed


def panel() -> Panel:
    """Return the panel, read once and again only after an import."""
    stamp = tuple((path.name, path.stat().st_mtime_ns) for path in import_files())
    return computed(("panel", stamp), comity.load_panel)
