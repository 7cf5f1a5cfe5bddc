"""Read Varieties of Democracy: the five high-level democracy indices with their bounds."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import YEAR, Cells, checked, figures, locate, map_codes
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

FILES = ("vdem_v15*.csv.gz", "vdem_v15*.csv", "V-Dem-CY-*-v15.csv", "V-Dem-CY-*-v15.csv.gz")
KEY = ("country_text_id", "year")
INDICES = {
    "v2x_polyarchy": "vdem.electoral_democracy",
    "v2x_libdem": "vdem.liberal_democracy",
    "v2x_partipdem": "vdem.participatory_democracy",
    "v2x_delibdem": "vdem.deliberative_democracy",
    "v2x_egaldem": "vdem.egalitarian_democracy",
}
# Places that V-Dem scores beside the state whose code or territory they share. Its "PSE" is the
# West Bank, which stands for Palestine because its government sits there.
APART = {"PSG": "Palestine/Gaza", "SML": "Somaliland", "ZZB": "Zanzibar"}


def parse(path: Path) -> "pd.DataFrame":
    """Five indices of democracy (0 to 1); the error is half the width of the publisher's bounds.

    V-Dem's ``_codelow`` and ``_codehigh`` enclose about 68 per cent of the posterior, so half
    their distance is taken as one standard error. That is an assumption: near 0 and 1 the
    posterior is skewed.

    Parameters
    ----------
    path
        The country-year file, plain or gzip, or the folder that holds it.

    Raises
    ------
    FileError
        If the file is not the publisher's, or a cell is not what its column may hold.
    """
    file = locate(path, FILES)
    scores = [f"{index}{bound}" for index in INDICES for bound in ("", "_codelow", "_codehigh")]
    columns = [*KEY, *scores]
    rows = read_frame(file, required=columns, unique=KEY, keep=columns)
    rows = checked(rows, {"year": YEAR} | dict.fromkeys(scores, Cells(0, 1)), file)
    code = rows["country_text_id"]
    rows["place"] = code.map(APART).fillna(code)
    rows["partner"] = map_codes(rows, "iso3", "country_text_id")
    for index in INDICES:
        rows[f"{index} error"] = (rows[f"{index}_codehigh"] - rows[f"{index}_codelow"]) / 2
    return figures(rows, INDICES, path=file, errors={index: f"{index} error" for index in INDICES})
