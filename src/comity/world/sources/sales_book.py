"""Read the Historical Sales Book: implemented Foreign Military Sales cases by country and year.

The book is a PDF. Amounts stand flush right under the year that heads their column; three lines
(FMS, FMF, total) follow the line with the country's name. Years and columns are taken from each
page's own heading, so that another edition with other years can be read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.terms.errors import FileError
from comity.world.edge import locate
from comity.world.observations import keep_partners, observations, sum_by_partner
from comity.world.partners import partners

if TYPE_CHECKING:
    import pandas as pd

FILES = ("*HISTORICAL_SALES_BOOK*.pdf", "*historical*sales*book*.pdf")
KINDS = {"Foreign Military Sales": "fms", "Foreign Military Financing": "fmf", "Total": "total"}
GRAND_TOTAL = "Totals"
_YEAR = re.compile(r"(?:19|20)\d\d")
_AMOUNT = re.compile(r"-?\(?-?\$[\d,]+\)?")
_FOOTNOTE = re.compile(r"(?<=[^\d\s])\d$")
_SAME_LINE = 5.0  # points; a line's words differ by up to three in height
_MAX_PAGES = 200
_TOLERANCE = 0.001  # share of a printed grand total that a column may be off
_MEND = "Take the book as DSCA publishes it."


@dataclass(frozen=True, slots=True)
class Columns:
    """Horizontal middle of each column's heading on one page, and the single years among them."""

    name_ends: float
    middles: tuple[float, ...]
    years: tuple[int | None, ...]

    def year_of(self, right: float) -> int | None:
        """Year of the column whose amounts end at ``right``; ``None`` for sums over years."""
        fits = [i for i, middle in enumerate(self.middles) if middle < right]
        return self.years[fits[-1]] if fits else None


@dataclass(slots=True)
class Entry:
    """What the book prints for one country or organisation."""

    name: str
    amounts: dict[str, dict[int, int]] = field(default_factory=dict)


def parse(path: Path) -> "pd.DataFrame":
    """Authorised value of implemented cases by partner and fiscal year, in current US$.

    FMS is bought with the partner's own money and FMF with US grants; the two are never added
    here. Cumulative columns are not read. Every column must add up to the book's grand total.

    Parameters
    ----------
    path
        The book as a PDF, or the folder that holds it.

    Raises
    ------
    FileError
        If the file is no such book, or the entries do not add up to its grand totals.
    """
    file = locate(path, FILES)
    entries = _entries(file)
    remarks = _reconcile(entries, file)
    frame = _frame(entries)
    ids = partners().map_names(list(frame["name"]))
    kept, dropped = keep_partners(
        frame, ids, label="name", weigh="value", unit="current US$ of FMS and FMF"
    )
    parts = [
        sum_by_partner(rows, {"value": f"sales_book.{kind}"}) for kind, rows in kept.groupby("kind")
    ]
    import pandas as pd

    long = pd.concat(parts, ignore_index=True) if parts else kept
    return observations(long, file, "sales_book", dropped=[*dropped, *remarks])


def _frame(entries: list[Entry]) -> "pd.DataFrame":
    import pandas as pd

    return pd.DataFrame(
        [
            {"name": entry.name, "kind": kind, "year": year, "value": float(value)}
            for entry in entries
            if entry.name != GRAND_TOTAL
            for kind in ("fms", "fmf")
            for year, value in entry.amounts.get(kind, {}).items()
        ],
        columns=["name", "kind", "year", "value"],
    )


def _entries(file: Path) -> list[Entry]:
    """Every entry of the book, the grand total last."""
    entries: list[Entry] = []
    name: list[str] = []
    for line, columns in _lines(file):
        kind, amounts = _read_line(line, columns)
        if kind is None:
            name.extend(word["text"] for word in line if word["x1"] <= columns.name_ends)
            continue
        if name or not entries:
            entries.append(Entry(_FOOTNOTE.sub("", " ".join(name)).strip()))
            name = []
        entries[-1].amounts[kind] = amounts
        if kind == "total" and entries[-1].name == GRAND_TOTAL:
            return entries
    raise FileError(file, f"has no entry called {GRAND_TOTAL!r} with a total.", mend=_MEND)


def _read_line(line: list[dict[str, Any]], columns: Columns) -> tuple[str | None, dict[int, int]]:
    """Kind of line, and the amounts under single years; no kind if it is no line of amounts."""
    left = " ".join(w["text"] for w in line if w["x1"] <= columns.name_ends)
    kind = next((kind for text, kind in KINDS.items() if left.endswith(text)), None)
    if kind is None:
        return None, {}
    amounts: dict[int, int] = {}
    for word in line:
        year = columns.year_of(word["x1"]) if _AMOUNT.fullmatch(word["text"]) else None
        if year is not None:
            amounts[year] = _amount(word["text"])
    return kind, amounts


def _amount(text: str) -> int:
    digits = int(re.sub(r"\D", "", text))
    return -digits if "-" in text or "(" in text else digits


def _lines(file: Path) -> Iterator[tuple[list[dict[str, Any]], Columns]]:
    """Lines of the country pages, below the heading and above the foot."""
    for words in _pages(file):
        lines = _group(words)
        heading = max(lines, key=lambda line: sum(_is_year(w) for w in line), default=[])
        if sum(_is_year(w) for w in heading) < 4:
            continue
        columns = _columns(words, heading)
        top = heading[0]["top"] + 2 * _SAME_LINE
        for line in lines:
            text = " ".join(w["text"] for w in line)
            if line[0]["top"] > top and not re.search(r"\bEdition\b|^FYs? ", text):
                yield line, columns


def _pages(file: Path) -> Iterator[list[dict[str, Any]]]:
    import pdfplumber
    from pdfminer.pdfparser import PDFSyntaxError
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(file) as book:
            if len(book.pages) > _MAX_PAGES:
                raise FileError(file, f"has more than {_MAX_PAGES} pages.", mend=_MEND)
            for page in book.pages:
                yield page.extract_words()
                page.close()
    except (PDFSyntaxError, PdfminerException, ValueError, OSError) as problem:
        raise FileError(
            file, f"cannot be read as a PDF ({type(problem).__name__}).", mend=_MEND
        ) from None


def _group(words: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Words of one height, from left to right."""
    lines: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda w: w["top"]):
        if lines and word["top"] - lines[-1][0]["top"] < _SAME_LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w["x0"]) for line in lines]


def _is_year(word: dict[str, Any]) -> bool:
    return _YEAR.fullmatch(word["text"]) is not None


def _columns(words: list[dict[str, Any]], heading: list[dict[str, Any]]) -> Columns:
    """Where the columns stand, from the line of the page's heading that names the years."""
    found: list[tuple[float, int | None]] = []
    for i, word in enumerate(heading):
        if _is_year(word) and not _spans(heading, i):
            found.append((_middle(word), int(word["text"])))
        elif word["text"].lower() == "to":
            found.append((_middle(word), None))
    near = [w for w in words if abs(w["top"] - heading[0]["top"]) < 4 * _SAME_LINE]
    found += [(_middle(w), None) for w in near if re.fullmatch(r"\d{4}[-–]\d{4}", w["text"])]
    found.sort()
    ends = min((w["x0"] for w in near if w["text"] in {"Command", "Combatant"}), default=0.0)
    first = min(w["x0"] for w in heading if _is_year(w))
    # The heading "Command" is centred; the commands themselves begin some twenty points before it.
    name_ends = ends - 20 if ends else first - 100
    return Columns(name_ends, tuple(m for m, _ in found), tuple(year for _, year in found))


def _spans(heading: list[dict[str, Any]], i: int) -> bool:
    """Whether a year is one end of "1950 To 2019"."""
    beside = [heading[j]["text"].lower() for j in (i - 1, i + 1) if 0 <= j < len(heading)]
    return "to" in beside


def _middle(word: dict[str, Any]) -> float:
    return float(word["x0"] + word["x1"]) / 2


def _reconcile(entries: list[Entry], file: Path) -> list[str]:
    """Compare the columns' sums with the printed grand totals; say where an entry's own total differs."""
    grand = entries[-1].amounts
    if not grand.get("fms"):
        raise FileError(file, "prints no grand total of FMS by year.", mend=_MEND)
    for kind in ("fms", "fmf"):
        for year, printed in grand.get(kind, {}).items():
            summed = sum(entry.amounts.get(kind, {}).get(year, 0) for entry in entries[:-1])
            if abs(summed - printed) > max(10, _TOLERANCE * abs(printed)):
                raise FileError(
                    file,
                    f"{kind.upper()} of fiscal year {year} adds up to {summed:,}"
                    f" but the grand total is {printed:,}.",
                    mend="The layout may have changed; please report the edition.",
                )
    return [
        f"{entry.name} in fiscal year {year}: FMS and FMF add up to {parts:,} US$"
        f" but the printed total is {total:,} US$; the two lines were used."
        for entry in entries[:-1]
        for year, total in entry.amounts.get("total", {}).items()
        if abs((parts := _parts(entry, year)) - total) > 1
    ]


def _parts(entry: Entry, year: int) -> int:
    return sum(entry.amounts.get(kind, {}).get(year, 0) for kind in ("fms", "fmf"))
