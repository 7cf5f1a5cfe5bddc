"""Compile ``src/comity/world/data/partners.csv`` from publishers' code lists.

    python scripts/compile_partners.py FOLDER

FOLDER holds ``country_concordance.csv`` (ISO, M49, Correlates of War and Gleditsch-Ward codes),
``gwstates.csv`` (membership of the international system) and ``wb_groups.csv`` (who is an economy
of the World Bank). Names are not taken from them: they are in ``partner_names.csv``, kept by hand.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

COLUMNS = ("id", "iso2", "m49", "cow", "gw", "wb", "kind", "first", "last")
OUTPUT = Path(__file__).parent.parent / "src" / "comity" / "world" / "data" / "partners.csv"

# Rows of the concordance that are no partners: residual rows, and areas inside or above one.
NOT_PARTNERS = {"AB9", "OOO", "OOS", "STL", "TIB", "XCX", "ANT"}
# The concordance was once read by a program that takes "NA" for missing.
ISO2 = {"NAM": "NA", "TWN": "TW"}
# The present state continues the membership that these Gleditsch-Ward codes began.
CONTINUES = {"SRB": "345"}
FORMER = (
    ("ANT", "AN", "530", "", "", "ANT", "former", "", "2010"),
    ("CSK", "CS", "200", "315", "315", "", "former", "1918", "1992"),
    ("DDR", "DD", "278", "265", "265", "", "former", "1949", "1990"),
    ("RVN", "", "", "817", "817", "", "former", "1954", "1975"),
    ("YMD", "YD", "720", "680", "680", "", "former", "1967", "1990"),
)


def read(path: Path) -> list[dict[str, str]]:
    """Rows of one file."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def membership(states: list[dict[str, str]]) -> dict[str, str]:
    """First year of the present unbroken membership, by Gleditsch-Ward code."""
    latest = sorted(states, key=lambda row: row["start"])
    return {row["gwcode"]: row["start"][:4] for row in latest}


def compile_rows(folder: Path) -> Iterator[tuple[str, ...]]:
    """One row for each partner, in the order of ids."""
    economies = {r["iso3c"] for r in read(folder / "wb_groups.csv") if r["wbgc"] == "WLD"}
    since = membership(read(folder / "gwstates.csv"))
    found = list(FORMER)
    for row in read(folder / "country_concordance.csv"):
        iso3, gw = row["iso3"], row["gw_code"]
        if iso3 in NOT_PARTNERS:
            continue
        first = since[CONTINUES.get(iso3, gw)] if gw else ""
        found.append(
            (
                iso3,
                ISO2.get(iso3, row["iso2"]),
                row["m49"],
                row["cow_code"],
                gw,
                iso3 if iso3 in economies else "",
                "state" if gw else "territory",
                first,
                "",
            )
        )
    yield from sorted(found)


def main(folder: Path, output: Path = OUTPUT) -> None:
    """Write the file."""
    with output.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(compile_rows(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
