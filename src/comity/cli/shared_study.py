"""What the commands on studies share: reading a study with its data and its own table."""

from dataclasses import dataclass
from pathlib import Path

from comity.evaluate.specifications import Universe, universe_of
from comity.evaluate.study import Study
from comity.evaluate.study_columns import StudyColumns, study_columns
from comity.evaluate.study_data import edition, read_table
from comity.evaluate.study_file import read_study
from comity.evaluate.study_panel import panel_table
from comity.methods.panel_columns import Table
from comity.world.load import load_panel
from comity.world.reading import read_delimited


@dataclass(frozen=True, slots=True, eq=False)
class LoadedStudy:
    """A study with everything it needs.

    Parameters
    ----------
    study, table, columns, universe
        The study, its data, every column that it can use, and its specifications.
    data
        Digest of the values that were read.
    """

    study: Study
    table: Table
    columns: StudyColumns
    universe: Universe
    data: str


def load_study(path: Path, *, own: bool = True) -> LoadedStudy:
    """Read a study, its data and, where it names one, its own table of specifications."""
    study, data, specifications = read_study(path)
    if data.file is not None:
        table = read_table(data.file, unit=study.unit, period=study.period)
    else:
        table = panel_table(
            load_panel(), data.indicators, data.years, unit=study.unit, period=study.period
        )
    rows = None
    if own and specifications is not None:
        rows = read_delimited(specifications, required=[])
    universe = universe_of(study, rows)
    return LoadedStudy(study, table, study_columns(study, table), universe, edition(table))
