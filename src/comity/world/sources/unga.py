"""Read the ideal points estimated from votes in the United Nations General Assembly."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.edge import Cells, checked, count, figures, locate, map_codes
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

FILES = ("IdealpointestimatesAll*.csv.gz", "IdealpointestimatesAll*.csv")
KEY = ("ccode", "session")
FIRST_SESSION = 1945  # the session that opens in autumn 1946 is the first
UNITED_STATES = "USA"
# Between the 5th and 95th percentile of a normal posterior lie 3.29 standard errors.
WIDTH_90 = 3.2897
# A share of fewer votes says little; Comity default.
LEAST_VOTES = 10
POINTS = ("IdealPointAll", "Q5%All", "Q95%All")
AGREEMENT = {
    "USAgree": "unga.agreement_usa",
    "RUSSAgree": "unga.agreement_russia",
    "ChinaAgree": "unga.agreement_china",
}
CELLS = (
    {"session": Cells(1, 200, whole=True, empty=False), "NVotesAll": Cells(low=0, empty=False)}
    | dict.fromkeys(POINTS, Cells(-10, 10))
    | dict.fromkeys(AGREEMENT, Cells(0, 1))
)


def parse(path: Path) -> "pd.DataFrame":
    """Ideal points, their distance to that of the United States, and shares of equal votes.

    The standard error of an ideal point is the span between its 5th and 95th percentile over 3.29;
    that of a distance takes the two points as independent. Both are assumptions.

    Parameters
    ----------
    path
        The estimates for all votes, plain or gzip, or the folder that holds them.

    Raises
    ------
    FileError
        If the file is not the publisher's, lacks the United States in a session, or a cell is
        not what its column may hold.
    """
    file = locate(path, FILES)
    columns = [*KEY, "Countryname", "NVotesAll", *POINTS, *AGREEMENT]
    rows = read_frame(file, required=columns, unique=KEY, keep=columns)
    rows = checked(rows, CELLS, file)
    rows["year"] = rows["session"] + FIRST_SESSION
    rows["place"] = rows["Countryname"]
    rows["partner"] = map_codes(rows, "cow", "ccode")
    rows["error"] = (rows["Q95%All"] - rows["Q5%All"]) / WIDTH_90
    rows = _with_distance(rows, file)
    few = rows["NVotesAll"] < LEAST_VOTES
    rows.loc[few, list(AGREEMENT)] = float("nan")
    series = {"IdealPointAll": "unga.ideal_point", "distance": "unga.us_distance"} | AGREEMENT
    errors = {"IdealPointAll": "error", "distance": "distance error"}
    answer = figures(rows, series, path=file, errors=errors)
    answer.attrs["dropped"].append(
        f"Left out shares of equal votes that rest on fewer than {LEAST_VOTES} votes"
        f" ({count(int(few.sum()), 'row')} of all sessions)."
    )
    return answer


def _with_distance(rows: "pd.DataFrame", file: Path) -> "pd.DataFrame":
    yardstick = rows[rows["partner"] == UNITED_STATES].set_index("session")
    alone = rows[~rows["session"].isin(yardstick.index)]
    if not alone.empty:
        raise FileError(
            file,
            f"session {alone['session'].iloc[0]} has no row of the United States (code 2), from"
            " which distances are measured.",
            line=int(alone.index[0]),
        )
    ours = rows["session"].map(yardstick["IdealPointAll"])
    our_error = rows["session"].map(yardstick["error"])
    distance = (rows["IdealPointAll"] - ours).abs()
    error = (rows["error"] ** 2 + our_error**2) ** 0.5
    # The yardstick has no distance to itself, and agrees with itself always.
    others = rows["partner"] != UNITED_STATES
    answer = rows.assign(**{"distance": distance.where(others), "distance error": error})
    answer["USAgree"] = answer["USAgree"].where(others)
    return answer
