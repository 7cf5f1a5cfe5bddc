"""Read multinational military exercises, 1980-2010, as coded by D'Orazio and Galambos."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.edge import Cells, checked, locate
from comity.world.observations import (
    YEAR,
    keep_partners,
    observations,
    own_names,
    sum_by_partner,
)
from comity.world.partners import partners
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

FILES = ("mme_v*.csv", "mme_v*.csv.gz")
PROVIDER = "USA"
FIELD = ("Air", "Land", "Sea", "Amphibious")
SOFT = ("Peacekeeping", "Humanitarian")
_NONE = ("", "-9")


def parse(path: Path) -> "pd.DataFrame":
    """Number of exercises that each partner took part in, by the year in which they began.

    Parameters
    ----------
    path
        The table with one row for each exercise, plain or gzip, or the folder that holds it.

    Raises
    ------
    FileError
        If the file is not the table, or a cell is not what its column may hold.
    """
    file = locate(path, FILES)
    frame = read_frame(file, required=["MMEID", "s.year", "StateA", *FIELD, *SOFT])
    # A dozen flags are -9 (not known); only a plain 1 counts.
    flags = dict.fromkeys((*FIELD, *SOFT), Cells(-9, 1, whole=True))
    frame = checked(frame, {"s.year": YEAR, **flags}, file)
    places = [column for column in frame.columns if column.startswith("State")]
    seats = frame.melt(
        id_vars=["MMEID", "s.year", *FIELD, *SOFT], value_vars=places, value_name="name"
    )
    seats = seats[~seats["name"].isin(_NONE)].rename(columns={"s.year": "year"})
    if seats.empty:
        raise FileError(file, "names no participant of any exercise.")
    ids = partners().map_names(list(seats["name"]), own_names("exercises"))
    kept, dropped = keep_partners(seats, ids, label="name")
    # A partner may be listed twice, as East and West Germany under one name for instance.
    kept = kept.drop_duplicates(["MMEID", "partner"])
    return observations(_figures(kept), file, "exercises", dropped=dropped)


def _figures(kept: "pd.DataFrame") -> "pd.DataFrame":
    import pandas as pd

    led = set(kept.loc[kept["partner"] == PROVIDER, "MMEID"])
    abroad = kept[kept["partner"] != PROVIDER].assign(count=1)
    joint = abroad[abroad["MMEID"].isin(led)]
    peaceful = joint[(joint[list(SOFT)] == 1).any(axis=1)]
    field = joint[(joint[list(FIELD)] == 1).any(axis=1)]
    rows = {
        "exercises.all": abroad,
        "exercises.with_us": joint,
        "exercises.with_us_field": field,
        "exercises.with_us_peaceful": peaceful,
    }
    return pd.concat([sum_by_partner(part, {"count": name}) for name, part in rows.items()])
