"""Read US bases abroad, as listed by Vine: number of sites in each country."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import Cells, checked, locate
from comity.world.observations import keep_partners, observations, own_names, sum_by_partner
from comity.world.partners import partners
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

FILES = ("basedata*.csv",)
AS_OF = 2018
SERIES = {
    "sites": "bases.sites",
    "base": "bases.major",
    "lilypad": "bases.lilypads",
    "fundedsite": "bases.funded",
}


def parse(path: Path) -> "pd.DataFrame":
    """Number of sites by partner, as the list stood in 2018.

    A site is placed where it lies, not by the list's code of the state that it belongs to: one on
    Greenland counts for Greenland.

    Parameters
    ----------
    path
        The list in Latin-1, plain or gzip, or the folder that holds it.

    Raises
    ------
    FileError
        If the file is not the list, or a flag is neither 0 nor 1.
    """
    file = locate(path, FILES)
    flags = ["base", "lilypad", "fundedsite"]
    columns = ["countryname", "basename", *flags]
    frame = read_frame(file, required=columns, encoding="latin-1")[columns]
    frame = checked(frame, dict.fromkeys(flags, Cells(0, 1, whole=True, empty=False)), file)
    ids = partners().map_names(list(frame["countryname"]), own_names("bases"))
    kept, dropped = keep_partners(frame.assign(year=AS_OF, sites=1), ids, label="countryname")
    return observations(sum_by_partner(kept, SERIES), file, "bases", dropped=dropped)
