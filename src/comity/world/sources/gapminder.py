"""Read Gapminder's Systema Globalis: one data-points file for each series."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.edge import YEAR, Cells, checked, figures, locate_all, map_codes, zeros_unknown
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

NAME = re.compile(r"ddf--datapoints--(?P<series>.+)--by--geo--time\.csv(\.gz)?", re.IGNORECASE)
FILES = ("ddf--datapoints--*--by--geo--time.csv*",)
SERIES = {
    "gdppercapita_us_inflation_adjusted": ("gdp_per_capita", Cells(low=0)),
    "gdppercapita_growth_percent_per_year": ("growth_per_capita", Cells(-100, 500)),
    "military_expenditure_percent_of_gdp": ("military_share", Cells(0, 200)),
    "arms_imports_sipri_tiv": ("arms_imports", Cells(low=0)),
    "arms_exports_sipri_tiv": ("arms_exports", Cells(low=0)),
    "armed_forces_personnel_total": ("armed_forces", Cells(low=0)),
    "armed_forces_personnel_percent_of_labor_force": ("armed_forces_share", Cells(0, 100)),
    "hdi_human_development_index": ("human_development", Cells(0, 1)),
    "aid_received_total_us_inflation_adjusted": ("aid_received", Cells()),
    "infant_mortality_rate_per_1000_births": ("infant_mortality", Cells(0, 1000)),
    "murder_per_100000_people": ("homicide_rate", Cells(0, 2000)),
    "urban_population_percent_of_total": ("urban_share", Cells(0, 100)),
}
# The publisher's own codes, as ISO codes. West Germany, the Soviet Union and Yugoslavia stand
# beside the states that carry on their series, and are left out.
OWN_CODES = {
    "cheslo": "CSK",
    "deu_east": "DDR",
    "gbm": "IMN",
    "nld_curacao": "CUW",
    "yug": "",
}
# A handful of zeros (Libya 2014 and 2020, Congo 2019, Seychelles) stand where nobody counted.
ZERO_IS_UNKNOWN = ("armed_forces_personnel_total", "armed_forces_personnel_percent_of_labor_force")


def parse(path: Path) -> "pd.DataFrame":
    """Twelve series on economy, armed forces, arms transfers and development.

    The publisher's file called ``aid_received_percent_of_gni`` is not read: its figures are four to
    five times aid over income and reach thousands of per cent, as aid over *investment* would.

    Parameters
    ----------
    path
        One data-points file, or the folder that holds several; files of other series are passed
        over in a folder.

    Raises
    ------
    FileError
        If there is no file of a series that Comity knows, or a cell is not what it may hold.
    """
    import pandas as pd

    files = {_series(file): file for file in locate_all(path, FILES)}
    known = [(name, files[name]) for name in SERIES if name in files]
    if not known:
        raise FileError(
            path,
            f"no series that Comity knows; expected one of {', '.join(SERIES)}.",
            mend="Keep the publisher's file names.",
        )
    read = [_data_points(name, file) for name, file in known]
    answer = pd.concat(read, ignore_index=True)
    answer.attrs["dropped"] = [
        f"{name}: {sentence}"
        for (name, _), frame in zip(known, read, strict=True)
        for sentence in frame.attrs["dropped"]
    ]
    return answer


def _series(file: Path) -> str:
    match = NAME.fullmatch(file.name)
    return match["series"].lower() if match else ""


def _data_points(name: str, file: Path) -> "pd.DataFrame":
    indicator, cells = SERIES[name]
    columns = ("geo", "time", name)
    rows = read_frame(file, required=columns, unique=("geo", "time"), keep=columns)
    rows = checked(rows, {"time": YEAR, name: cells}, file)
    frame = rows.rename(columns={"geo": "place", "time": "year"})
    frame["code"] = frame["place"].replace(OWN_CODES)
    frame["partner"] = map_codes(frame, "iso3", "code")
    answer = figures(frame, {name: f"gapminder.{indicator}"}, path=file)
    return zeros_unknown(answer, f"gapminder.{indicator}") if name in ZERO_IS_UNKNOWN else answer
