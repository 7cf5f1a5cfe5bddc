"""Figures for Africa before the panel begins: a second, small file for what looks back to 1960.

The panel starts in 1990. A comparison of the Cold War with what came after needs earlier years, so
the same readers compile the open and public-domain series of African states from 1960 to 1989.
"""

from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import DataMissing
from comity.world.build import FIRST_YEAR, describe_rows, read_source
from comity.world.edge import reading_from
from comity.world.groupings import groupings
from comity.world.manifest import Manifest, RawFile, SourceRecord
from comity.world.panel import Panel
from comity.world.raw_files import find_files, list_files
from comity.world.source import all_sources
from comity.world.stacking import to_panel
from comity.world.storage import read_panel, write_panel

if TYPE_CHECKING:
    from comity.terms.indicator import Indicator

BEGIN = 1960
GROUP = "UN_AFRICA"
INDICATORS = (
    "greenbook.security_total",
    "greenbook.imet",
    "greenbook.fmf",
    "greenbook.economic_total",
    "ucdp_prio.intrastate_conflict",
    "ucdp_prio.intensity",
    "vdem.electoral_democracy",
    "vdem_owid.civil_liberties",
    "gapminder.gdp_per_capita",
    "wdi_extract.population",
)


def compile_history(raw: Path, path: Path) -> Panel:
    """Compile the file from publishers' files and write it.

    Parameters
    ----------
    raw
        Folder with publishers' files, in any subfolders.
    path
        Where the file goes.

    Raises
    ------
    DataMissing
        If a publisher's file is not there.
    """
    import pandas as pd

    listing = list_files(raw)
    names = sorted({name.split(".")[0] for name in INDICATORS})
    frames: list[pd.DataFrame] = []
    records: list[SourceRecord] = []
    catalogue: dict[str, Indicator] = {}
    africa = {one.partner for one in groupings().describe(GROUP).memberships}
    for name in names:
        source = all_sources()[name]
        found = find_files(listing, source)
        if found is None:
            raise DataMissing(f"No file of {name} is under {raw}; it names {source.files}.")
        with reading_from(BEGIN, africa):
            frame = read_source(source, found.path)
        kept = frame[
            frame["indicator"].isin(INDICATORS)
            & frame["partner"].isin(africa)
            & frame["year"].between(BEGIN, FIRST_YEAR - 1)
        ]
        frames.append(kept.assign(vintage=source.vintage))
        record = describe_rows(source, kept, tuple(RawFile.of(f) for f in found.files))
        records.append(
            replace(
                record,
                rows=len(kept),
                partners=int(kept["partner"].nunique()),
                first=int(kept["year"].min()),
                last=int(kept["year"].max()),
            )
        )
        catalogue |= {i.id: i for i in source.indicators if i.id in INDICATORS}
    for frame in frames:
        frame.attrs = {}
    panel = to_panel(pd.concat(frames, ignore_index=True), catalogue)
    write_panel(panel, path, manifest=Manifest(tuple(records)))
    return panel


def history_path() -> Path:
    """Where the file lies in the installed package."""
    return Path(str(files("comity.world").joinpath("data", "africa_1960_1989.parquet")))


@cache
def load_history() -> Panel:
    """African states, 1960 to 1989, as the panel has them from 1990 on.

    Raises
    ------
    FileError
        If the file is missing or damaged.

    Examples
    --------
    >>> load_history().years
    (1960, 1989)
    """
    return read_panel(history_path())
