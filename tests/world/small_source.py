"""A source for tests: described by a text, read by a module made on the spot."""

import sys
from pathlib import Path

import pytest

from comity.world import source as sources
from comity.world.source import Source

TOML = """
id = "{id}"
title = "Title of {id}"
publisher = "Test Press"
citation = "Test Press (2024)."
licence = "{licence}"
licence_name = "CC BY 4.0"
vintage = "{id} v1"
page = "https://example.org/{id}"
files = ["{id}*.csv", "{id}*.csv.gz"]
{more}

[[indicator]]
id = "{id}.score"
title = "Score"
definition = "Invented."
unit = "points"
direction = "higher"
error = true

[[indicator]]
id = "{id}.aid"
title = "Aid"
definition = "Invented."
unit = "US$"
direction = "neutral"
zero_if_absent = true
"""


def make_source(
    name: str = "alpha",
    *,
    licence: str = "O",
    more: str = "",
    package: str = "comity.world.sources",
) -> Source:
    """Read a source's description as the real ones are read."""
    return sources._read(TOML.format(id=name, licence=licence, more=more), package)


READER = """
from pathlib import Path
import pandas as pd

def parse(path: Path):
    frame = pd.read_csv(path if path.is_file() else min(path.glob("*.csv*")))
    frame.attrs["dropped"] = ["One place is no partner."]
    return frame
"""

DERIVE = """
def derive(frame):
    scores = frame[frame["indicator"] == "alpha.score"]
    return scores.assign(indicator="twice.score", value=scores["value"] * 2)
"""

DERIVED = """
id = "twice"
title = "Twice"
publisher = "Comity"
citation = "Computed by Comity."
licence = "O"
licence_name = "CC BY 4.0"
vintage = "computed"

[[indicator]]
id = "twice.score"
title = "Twice the score"
definition = "Invented."
unit = "points"
direction = "higher"
derived_from = ["alpha.score"]
"""


def make_package(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, texts: dict[str, str]
) -> dict[str, Source]:
    """Write a package of sources and import it; ``texts`` are its files."""
    package = folder / "packages" / name
    package.mkdir(parents=True)
    for file, text in {"__init__.py": "", **texts}.items():
        (package / file).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(package.parent))
    for loaded in [m for m in sys.modules if m == name or m.startswith(f"{name}.")]:
        monkeypatch.delitem(sys.modules, loaded)
    sources.all_sources.cache_clear()
    return sources.all_sources(name)


def small_world(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[dict[str, Source], dict[str, Source]]:
    """Sources alpha (open) and beta (bring your own), and the derived topic twice."""
    texts = {f"{name}.py": READER for name in ("alpha", "beta")}
    texts |= {
        f"{name}.toml": TOML.format(id=name, licence=licence, more="")
        for name, licence in (("alpha", "O"), ("beta", "C"))
    }
    return (
        make_package(folder, monkeypatch, "small_sources", texts),
        make_package(
            folder, monkeypatch, "small_derived", {"twice.py": DERIVE, "twice.toml": DERIVED}
        ),
    )


def raw_folder(folder: Path) -> Path:
    """A folder of publishers' files for :func:`small_world`."""
    rows = "partner,indicator,year,value,error\n"
    for name in ("alpha", "beta"):
        place = folder / "raw" / f"the-{name}"
        place.mkdir(parents=True)
        (place / f"{name}_2024.csv").write_text(
            f"{rows}KEN,{name}.score,1989,0.1,\nKEN,{name}.score,1995,0.5,0.01\n"
            f"GHA,{name}.aid,1999,250,\nKEN,{name}.aid,2001,750.25,\n"
        )
    return folder / "raw"


def live_in_small_world(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the small world be all there is: its sources, its topic, its panel embedded.

    Returns the folder of raw files; the panel holds the open source ``alpha``.
    """
    from comity.cli import world_import
    from comity.world import build as building
    from comity.world import deriving, load, rederiving

    known, derived = small_world(folder, monkeypatch)
    raw = raw_folder(folder)
    embedded = folder / "embedded.parquet"
    building.build(raw, sources=known, derived=derived).write(embedded)
    monkeypatch.setattr(
        sources,
        "all_sources",
        lambda package="comity.world.sources": derived if package.endswith("derived") else known,
    )
    for module in (deriving, rederiving, building):
        monkeypatch.setattr(module, "derived_topics", lambda: derived)
    for module in (building, world_import):
        monkeypatch.setattr(module, "all_sources", lambda: known)
    monkeypatch.setattr(load, "embedded_path", lambda: embedded)
    return raw
