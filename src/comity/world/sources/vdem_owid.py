"""Read Our World in Data's chart exports of five series from Varieties of Democracy."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.edge import YEAR, Cells, checked, figures, locate_all, map_codes
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

FILES = (
    "*human-rights-index-vdem*.csv*",
    "*freedom-of-expression-index*.csv*",
    "*rule-of-law-index*.csv*",
    "*political-corruption-index*.csv*",
    "*rigorous-and-impartial-public-administration-index*.csv*",
)
KEY = ("Entity", "Year")
# Exports name the places beside a state without a code; the West Bank stands for Palestine.
NAMED_ONLY = {"Palestine/West Bank": "PSE"}


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart's export: its column, what it may hold and which bounds come with it."""

    column: str
    indicator: str
    cells: Cells
    low: str = ""
    high: str = ""

    @property
    def columns(self) -> list[str]:
        """Every column with figures."""
        return [name for name in (self.column, self.low, self.high) if name]


CHARTS = (
    Chart("Human Rights Index", "vdem_owid.civil_liberties", Cells(0, 1)),
    Chart("Freedom of expression index", "vdem_owid.freedom_of_expression", Cells(0, 1)),
    Chart("Rule of Law index", "vdem_owid.rule_of_law", Cells(0, 1)),
    Chart(
        "corruption_vdem_owid",
        "vdem_owid.political_corruption",
        Cells(0, 1),
        low="corruption_vdem_low_owid",
        high="corruption_vdem_high_owid",
    ),
    Chart("public_admin_vdem_owid", "vdem_owid.impartial_administration", Cells(-6, 6)),
)


def parse(path: Path) -> "pd.DataFrame":
    """Civil liberties, expression, rule of law, corruption and impartial administration.

    Parameters
    ----------
    path
        One export, or the folder that holds all five.

    Raises
    ------
    FileError
        If a file is not such an export, one of the five is not in the folder, or a cell is not
        what its column may hold.
    """
    import pandas as pd

    wanted = [path] if path.is_file() else [locate_all(path, [name])[-1] for name in FILES]
    read = [_export(file) for file in wanted]
    answer = pd.concat(read, ignore_index=True)
    answer.attrs["dropped"] = [
        f"{file.name}: {sentence}"
        for file, frame in zip(wanted, read, strict=True)
        for sentence in frame.attrs["dropped"]
    ]
    return answer


def _export(file: Path) -> "pd.DataFrame":
    rows = read_frame(file, required=("Code", *KEY), unique=KEY)
    chart = next((chart for chart in CHARTS if set(chart.columns) <= set(rows)), None)
    if chart is None:
        known = ", ".join(chart.column for chart in CHARTS)
        raise FileError(
            file,
            f"none of its columns is a chart that Comity knows ({known}).",
            line=1,
            mend="Download the chart's data unchanged.",
        )
    rows = checked(rows, {"Year": YEAR} | dict.fromkeys(chart.columns, chart.cells), file)
    frame = rows.rename(columns={"Year": "year", "Entity": "place"})
    named = frame["place"].map(NAMED_ONLY)
    frame["Code"] = frame["Code"].where(named.isna(), named)
    frame["partner"] = map_codes(frame, "iso3", "Code")
    errors = {}
    if chart.low:
        frame["error"] = (frame[chart.high] - frame[chart.low]) / 2
        errors = {chart.column: "error"}
    return figures(frame, {chart.column: chart.indicator}, path=file, errors=errors)
