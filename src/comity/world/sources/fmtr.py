"""Read foreign military training activities: lines of the annual report on training, by partner."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.edge import locate
from comity.world.observations import (
    keep_partners,
    not_reported,
    observations,
    own_names,
    sum_by_partner,
)
from comity.world.partners import partners
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

FILES = ("fmtr_activities*.csv.gz", "fmtr_activities*.csv", "*fmtrpt*.tsv", "*fmtrpt*.tsv.gz")
TABLE = {
    "report_fy": "report",
    "fiscal_year": "year",
    "country": "country",
    "program": "program",
    "trainees": "trainees",
    "cost_usd": "cost",
}
# Security Force Monitor's own table; "group" names the report as in "2016_2017_Africa_fmtrpt.tsv".
MONITOR = {
    "group": "report",
    "country": "country",
    "program": "program",
    "quantity": "trainees",
    "total_cost": "cost",
}
# What the programme is called changes from report to report; these words do not.
FAMILIES = {
    "imet": r"\bIMET\b|International Military Education",
    "fmf": r"\bFMF\b|Foreign Military Financing",
    "regional_centers": r"Regional Center|Center for Strategic|Asia.Pacific Center|Marshall Center"
    r"|Hemispheric Defense|Near East South Asia",
    "ctfp": r"\bCTFP\b|\bCTIWFP\b|Counterterrorism Fellowship",
    "section_1004": r"Section 1004",
    "peace_operations": r"\bPKO\b|\bGPOI\b|\bACOTA\b|International Peacekeeping"
    r"|African (?:Contingency|Crisis)",
    "incle": r"\bINL\b|\bINCLE\b|International Narcotics",
    "section_333": r"Section (?:333|1206|2282)",
}
# Comity defaults: a line beyond these is a damaged cell, and one line never weighs more than CAP.
MOST_TRAINEES, MOST_COST = 10_000, 100_000_000
CAP = 500_000
MOST_UNREADABLE = 0.01
_NOTHING = r"(?i)^No activities reported"


def parse(path: Path) -> "pd.DataFrame":
    """Activities, trainees and cost by partner and US fiscal year, in all and by programme.

    Where two reports cover a fiscal year, first as a plan and then as it was carried out, only the
    later one counts. A partner outside the reporting duty has no figure rather than a zero; who
    and when is in ``attrs["not_reported"]`` as (partner, first year, last year).

    Parameters
    ----------
    path
        The table of activities (comma separated) or Security Force Monitor's own table (``.tsv``),
        plain or gzip, or the folder that holds one.

    Raises
    ------
    FileError
        If it is neither, or more than one cell in a hundred is no number.
    """
    file = locate(path, FILES)
    lines = _read(file)
    lines, plans = _carried_out(lines)
    refused = [_clean(lines, column, most, file) for column, most in _LIMITS.items()]
    lines, empty = _activities(lines)
    ids = partners().map_names(list(lines["country"]), own_names("fmtr"))
    kept, dropped = keep_partners(lines, ids, label="country", weigh="cost", unit="current US$")
    capped = int((kept["cost"] > CAP).sum())
    losses = [*dropped, *plans, *empty, *(text for texts in refused for text in texts)]
    if capped:
        losses.append(f"{capped:,} lines count as {CAP:,} US$ each in fmtr.cost_capped.")
    answer = observations(_figures(kept), file, "fmtr", dropped=losses)
    answer.attrs["not_reported"] = not_reported("fmtr")
    return answer


_LIMITS = {"trainees": MOST_TRAINEES, "cost": MOST_COST}


def _read(file: Path) -> "pd.DataFrame":
    """Lines of either table with the columns report, year, country, program, trainees, cost."""
    tabbed = ".tsv" in file.name.lower()
    names = MONITOR if tabbed else TABLE
    frame = read_frame(file, required=list(names), delimiter="\t" if tabbed else ",")
    frame = frame[list(names)].rename(columns=names)
    first = frame["report"].str.extract(r"((?:19|20)\d\d)[-_](?:19|20)\d\d", expand=False)
    if first.isna().any():
        line = int(frame.index[first.isna()][0])
        raise FileError(
            file,
            f"the report is called {frame.loc[line, 'report']!r}; expected two years, as in"
            " '2016-2017'.",
            line=line,
            mend="Use the publisher's table unchanged.",
        )
    years = first if tabbed else frame["year"].str.extract(r"^((?:19|20)\d\d)$", expand=False)
    if years.isna().any():
        line = int(frame.index[years.isna()][0])
        raise FileError(file, "the fiscal year is no year.", line=line)
    return frame.assign(report=first.astype(int), year=years.astype(int))


def _carried_out(lines: "pd.DataFrame") -> tuple["pd.DataFrame", list[str]]:
    """Lines of the last report on each fiscal year; the others were plans."""
    last = lines["report"] == lines.groupby("year")["report"].transform("max")
    plans = lines[~last]
    sentences = [
        f"Fiscal year {year}: {count:,} lines of plans; the next report has what was carried out."
        for year, count in plans["year"].value_counts().sort_index().items()
    ]
    return lines[last].copy(), sentences


def _clean(lines: "pd.DataFrame", column: str, most: int, file: Path) -> list[str]:
    """Turn a column into numbers in place; unreadable and absurd cells become empty and are told."""
    import pandas as pd

    text = lines[column].astype(str).str.replace(r"[$,\s]", "", regex=True)
    numbers = pd.to_numeric(text.mask(text == ""), errors="coerce").astype(float)
    unreadable = numbers.isna() & (text != "")
    if unreadable.sum() > MOST_UNREADABLE * len(lines):
        line = int(lines.index[unreadable][0])
        raise FileError(
            file,
            f"{unreadable.sum():,} cells of the column for {column} are no numbers, the first is"
            f" {lines.loc[line, column]!r}.",
            line=line,
            mend="Use the publisher's table unchanged.",
        )
    absurd = (numbers < 0) | (numbers > most)
    lines[column] = numbers.mask(absurd)
    return [
        f"Line {line}: {lines.loc[line, 'country']}, fiscal year {lines.loc[line, 'year']},"
        f" {column} {text[line]!r} was left out (expected a number from 0 to {most:,})."
        for line in lines.index[unreadable | absurd]
    ]


def _activities(lines: "pd.DataFrame") -> tuple["pd.DataFrame", list[str]]:
    """Leave out lines that only say that there was nothing to report."""
    nothing = lines["program"].str.contains(_NOTHING, regex=True)
    places = ", ".join(sorted(set(lines.loc[nothing, "country"])))
    said = [f"{nothing.sum()} lines that say that nothing was reported: {places}."]
    return lines[~nothing], said if nothing.any() else []


def _figures(kept: "pd.DataFrame") -> "pd.DataFrame":
    import pandas as pd

    kept = kept.assign(activities=1.0, capped=kept["cost"].clip(upper=CAP))
    columns = {"activities": "activities", "trainees": "trainees", "cost": "cost"}
    columns["capped"] = "cost_capped"
    parts = [sum_by_partner(kept, {key: f"fmtr.{name}" for key, name in columns.items()})]
    for family, words in FAMILIES.items():
        rows = kept[kept["program"].str.contains(words, regex=True, flags=re.IGNORECASE)]
        series = {"trainees": f"fmtr.trainees_{family}"}
        if family == "imet":
            series["cost"] = "fmtr.cost_imet"
        parts.append(sum_by_partner(rows, series))
    return pd.concat(parts, ignore_index=True)
