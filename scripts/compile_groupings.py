"""Compile the groupings that publishers' lists define, one TOML file for each family.

    python scripts/compile_groupings.py FOLDER

FOLDER is the folder of publishers' files; it holds ``country-codes/un_m49_country_groups.csv``,
``country-codes/wb_groups.csv`` and ``us-allies/us_alliance_and_mnna_list.csv``. The combatant
commands are kept by hand in ``combatant_commands.toml``.
"""

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path
from textwrap import fill

OUTPUT = Path(__file__).parent.parent / "src" / "comity" / "world" / "data" / "groupings"
HEADER = "# Compiled by scripts/compile_groupings.py; change that, not this.\n"
NOT_PARTNERS = {"AB9", "OOO", "OOS", "STL", "TIB", "XCX", "CHI"}
REGIONS = ("EAS", "ECS", "LCN", "MEA", "NAC", "SAS", "SSF")
INCOMES = ("LIC", "LMC", "UMC", "HIC")
# Arrangements of the list of allies, and the groups that each belongs to.
ALLIANCES = {
    "NATO": ("North Atlantic Treaty Organization, less the United States", ("NATO",)),
    "US_TREATY_ALLIES": (
        "Allies of the United States by a treaty of mutual defence",
        ("NATO", "ANZUS", "Bilateral MDT", "Manila Pact"),
    ),
    "MNNA": ("Major non-NATO allies", ("MNNA",)),
    "RIO_TREATY": ("Inter-American Treaty of Reciprocal Assistance", ("Rio Treaty",)),
}
ALLIANCE_NOTES = {
    "US_TREATY_ALLIES": (
        "NATO, ANZUS, the treaties with Japan, the Philippines and South Korea, and the Manila"
        " Pact with Thailand. Leaving the Rio Treaty out is a Comity default; it is a group of its"
        " own."
    ),
}
Spell = tuple[str, str, str, str]  # start, end, certainty, note


def read(path: Path) -> list[dict[str, str]]:
    """Rows of one file."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def quoted(text: str) -> str:
    """Return a TOML string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def members(ids: set[str]) -> str:
    """Return the line or lines ``members = [...]``."""
    listed = fill(", ".join(quoted(one) for one in sorted(ids)), 96, initial_indent="    ",
                  subsequent_indent="    ")  # fmt: skip
    return f"members = [\n{listed},\n]\n"


def head(**fields: str) -> str:
    """Return the fields of the family."""
    return HEADER + "".join(f"{key} = {quoted(value)}\n" for key, value in fields.items())


def group(name: str, title: str, body: str, note: str = "") -> str:
    """Return one group."""
    extra = f"note = {quoted(note)}\n" if note else ""
    return f"\n[groups.{name}]\ntitle = {quoted(title)}\n{extra}{body}"


def identifier(prefix: str, title: str) -> str:
    """Return ``WB_SOUTH_ASIA`` from ``South Asia``."""
    words = re.findall(r"[A-Z]+", title.upper().replace("&", " AND "))
    return "_".join([prefix, *words])


def world_bank(rows: list[dict[str, str]], codes: tuple[str, ...], fields: dict[str, str]) -> str:
    """Groups of the World Bank's list, by their codes."""
    titles = {row["wbgc"]: row["wbgn"] for row in rows}
    parts = [head(**fields)]
    for code in codes:
        ids = {row["iso3c"] for row in rows if row["wbgc"] == code} - NOT_PARTNERS
        parts.append(group(identifier("WB", titles[code]), titles[code], members(ids)))
    return "".join(parts)


def un_regions(rows: list[dict[str, str]]) -> str:
    """Regions, subregions and intermediate regions, each as a group."""
    ids: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["iso3"] not in NOT_PARTNERS:
            for level in ("region", "subregion", "intregion"):
                ids[row[level]].add(row["iso3"])
    parts = [
        head(
            family="United Nations regions",
            source="Standard Country or Area Codes for Statistical Use (M49), UN Statistics Division",
            vintage="edition of 2025, held fixed for all years",
            certainty="from the source; Kosovo, which M49 does not list, is placed as its"
            " neighbours are",
        )
    ]
    parts += [
        group(identifier("UN", title), title, members(ids[title])) for title in sorted(ids) if title
    ]
    return "".join(parts)


def spell(row: dict[str, str]) -> Spell:
    """Dates of one row, and how sure they are."""
    sure = "recalled" if re.search(r"memory|re-check", row["note"]) else "source"
    return row["start"], row["end"], sure, row["note"]


def alliances(rows: list[dict[str, str]]) -> str:
    """Groups of allies with their dates."""
    parts = [
        head(
            family="Alliances",
            source="Treaties' entry into force; 22 U.S.C. 2321k and Presidential determinations",
            vintage="list of 2026, dated",
            certainty="dates from the source, except where a membership says that it is recalled",
        )
    ]
    for name, (title, arrangements) in ALLIANCES.items():
        spells: dict[Spell, set[str]] = defaultdict(set)
        for row in rows:
            if row["arrangement"] in arrangements:
                spells[spell(row)].add(row["iso3"])
        body = "".join(membership(name, key, ids) for key, ids in sorted(spells.items()))
        parts.append(group(name, title, body, ALLIANCE_NOTES.get(name, "")))
    return "".join(parts)


def membership(name: str, dates: Spell, ids: set[str]) -> str:
    """Members who share dates."""
    start, end, certainty, note = dates
    lines = [f"[[groups.{name}.membership]]", f"start = {start}"]
    lines += [f"end = {end}"] if end else []
    lines += [f'certainty = "{certainty}"'] if certainty != "source" else []
    lines += [f"note = {quoted(note)}"] if note else []
    return "\n".join(lines) + f"\nmembers = [{', '.join(quoted(one) for one in sorted(ids))}]\n"


def compile_all(folder: Path) -> dict[str, str]:
    """Text of every file by its name."""
    codes, allies = folder / "country-codes", folder / "us-allies"
    economies = read(codes / "wb_groups.csv")
    vintage = "fiscal year 2025, held fixed for all years"
    return {
        "un_regions.toml": un_regions(read(codes / "un_m49_country_groups.csv")),
        "world_bank_regions.toml": world_bank(
            economies,
            REGIONS,
            {
                "family": "World Bank regions",
                "source": "World Bank country and lending groups",
                "vintage": vintage,
                "certainty": "from the source, which carries no date; the year is inferred from"
                " its content (Afghanistan and Pakistan still in South Asia)",
            },
        ),
        "world_bank_income.toml": world_bank(
            economies,
            INCOMES,
            {
                "family": "World Bank income groups",
                "source": "World Bank country and lending groups",
                "vintage": vintage,
                "certainty": "from the source, which carries no date; the year is inferred from"
                " its content (Russia and Bulgaria high income, Costa Rica not yet; Venezuela"
                " unclassified). It is not the income group of the year asked for.",
            },
        ),
        "alliances.toml": alliances(read(allies / "us_alliance_and_mnna_list.csv")),
    }


def main(folder: Path, output: Path = OUTPUT) -> None:
    """Write the files."""
    for name, text in compile_all(folder).items():
        (output / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
