"""Write ``DATA-LICENSES.md`` from the descriptions of the sources.

python scripts/write_data_licences.py
"""

from pathlib import Path

from comity.world.deriving import derived_topics
from comity.world.source import Source, all_sources

OUTPUT = Path(__file__).parent.parent / "DATA-LICENSES.md"

HEAD = """# Licences of the data

<!-- Written by scripts/write_data_licences.py from the descriptions in src/comity/world/; do not edit. -->

Comity's code is under the Apache License 2.0. The figures of the embedded reference panel
(`src/comity/world/data/panel.parquet`) are not Comity's: each part stays under its publisher's
terms, listed here, and needs the attribution given here wherever it is shown or passed on.
Figures from V-Dem, and figures computed from them, may be passed on under the same licence only
(share-alike).

**Changes made.** Comity compiled the panel with its own code (`comity world build`): it tied each
publisher's codes and names to partners, kept the years from 1990 on, left out places that are no
partner, wrote down the zeros that a publisher leaves out where a description says so, and keeps
fifteen significant digits. The files that were read, with their SHA-256, are in the panel's own
metadata. The publishers have not checked or endorsed the result.

No publisher's file is part of Comity. `tests/` holds small invented extracts only.

"""
OPEN = """## Part of the embedded panel: public domain (P) and open licences (O)

"""
DERIVED = """## Computed by Comity from the sources above

"""
CLOSED = """## Not part of Comity: bring your own file

Comity can read these publishers' files but ships none of their figures, because their terms do not
allow it or do not say. Read the publisher's terms first; then `comity world import SOURCE FILE`
keeps the figures on your computer only.

Classes: **ND** share unmodified only; **NC** non-commercial use only; **C** free to use with
citation, no open licence stated.

"""


MAPS = """## Shapes and points of the map

- `src/comity/reports/data/countries-110m.json`: Natural Earth (public domain), in the form of the
  npm package world-atlas 2.0.2 (ISC licence, beside the file).
- `src/comity/reports/data/map_points.csv`: from Gapminder's entity list
  (open-numbers/ddf--gapminder--systema_globalis), CC BY 4.0.

"""


def data_licences() -> str:
    """Text of the page."""
    sources = all_sources().values()
    shipped = [source for source in sources if source.licence.may_ship]
    closed = [source for source in sources if not source.licence.may_ship]
    return (
        HEAD
        + OPEN
        + "".join(map(_entry, shipped))
        + DERIVED
        + "".join(map(_entry, derived_topics().values()))
        + MAPS
        + CLOSED
        + "".join(map(_entry, closed)).rstrip("\n")
        + "\n"
    )


def _entry(source: Source) -> str:
    lines = [
        f"### {source.title} (`{source.id}`)",
        "",
        f"- Publisher: {source.publisher}",
        f"- Licence: {source.licence_name} (class {source.licence})",
        f"- Edition: {source.vintage}",
        f"- Attribution: {source.citation}",
        f"- Page: <{source.page}>" if source.page else "",
    ]
    return "\n".join(line for i, line in enumerate(lines) if line or i == 1) + "\n\n"


if __name__ == "__main__":
    OUTPUT.write_text(data_licences(), encoding="utf-8")
