"""The way back from the workbook: edited weights become a model."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from math import isclose, isfinite
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter

from comity.assess.model import PropensityModel
from comity.assess.model_file import parse_model
from comity.reports.workbook_layout import (
    FORMAT,
    ID,
    KIND,
    MARK,
    MODEL_SHEET,
    WEIGHT,
    WEIGHTS_SHEET,
)
from comity.terms.errors import FileError, RecipeError

_EXPORT = "Make one with: comity assess rank --xlsx FILE.xlsx"
_MOST_BYTES = 100_000_000
_MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class WeightChange:
    """One weight that was edited; ``kind`` is ``construct`` or ``indicator``."""

    kind: str
    id: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class EditedModel:
    """What a workbook says now.

    Parameters
    ----------
    model
        The model with the weights that stand in the workbook.
    changes
        Weights that differ from those exported, in the order of the sheet.
    origin
        Name and digest of the model that was exported.
    """

    model: PropensityModel
    changes: tuple[WeightChange, ...]
    origin: str

    def rows(self) -> list[dict[str, Any]]:
        """One mapping for each change."""
        return [asdict(change) for change in self.changes]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "origin": self.origin,
            "model": self.model.name,
            "digest": self.model.digest,
            "changes": self.rows(),
            "toml": self.model.to_toml(),
        }


def read_workbook(path: Path, *, name: str = "") -> EditedModel:
    """Read the weights of an exported workbook back as a model.

    Parameters
    ----------
    path
        A workbook made by :func:`comity.reports.workbook.workbook_bytes`, edited and saved.
    name
        Name for the model; the exported one with ``-edited`` where left out and a weight changed.

    Raises
    ------
    FileError
        If the file is no such workbook, a sheet or a row is missing, or a weight is empty,
        negative or not a number; names the sheet and the cell.
    """
    book = _open(path)
    try:
        exported = _exported_model(path, book)
        given = _weights(path, book)
    finally:
        book.close()
    before = {("construct", c.id): c.weight for c in exported.constructs}
    before |= {("indicator", u.id): u.weight for u in exported.uses}
    for kind, identity in before:
        if (kind, identity) not in given:
            raise FileError(
                path,
                f"the sheet {WEIGHTS_SHEET!r} has no row for the {kind} {identity!r}.",
                mend="Restore the row, or give it the weight 0 to leave it out.",
            )
    changes = tuple(
        WeightChange(kind, identity, old, given[kind, identity])
        for (kind, identity), old in before.items()
        # Spreadsheets keep 15 digits.
        if not isclose(old, given[kind, identity], rel_tol=1e-12, abs_tol=0.0)
    )
    return EditedModel(
        _edited(path, exported, changes, name), changes, f"{exported.name} {exported.digest}"
    )


def _edited(
    path: Path, exported: PropensityModel, changes: tuple[WeightChange, ...], name: str
) -> PropensityModel:
    weights: dict[str, dict[str, float]] = {"construct": {}, "indicator": {}}
    for change in changes:
        weights[change.kind][change.id] = change.after
    try:
        model = exported.with_weights(weights["construct"], weights["indicator"])
    except RecipeError as refusal:
        raise FileError(path, f"the sheet {WEIGHTS_SHEET!r}: {refusal}") from None
    if changes:
        origin = f"{exported.name} {exported.digest}"
        model = replace(
            model,
            name=name or f"{exported.name}-edited",
            title=f"{exported.title or exported.name}, with edited weights",
            status=f"User's model: {origin} with edited weights",
            notes=f"Weights were edited in a workbook made from {origin}; "
            f"what follows describes that model.\n{exported.notes}".rstrip(),
        )
    return replace(model, name=name) if name else model


def _open(path: Path) -> Any:
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    if path.is_dir():
        raise FileError(path, "this is a folder.", mend="Name a workbook.")
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise FileError(path, "is too large to be a workbook of Comity.", mend=_EXPORT)
        with catch_warnings():
            simplefilter("ignore")  # whatever else a spreadsheet has put into the file
            # Values, not formulas: a weight may be written as =1/3.
            return load_workbook(path, read_only=True, data_only=True)
    except OSError as refusal:
        raise FileError(path, f"cannot be read ({refusal.strerror}).") from None
    except (BadZipFile, InvalidFileException, KeyError, ValueError, SyntaxError):
        raise FileError(
            path,
            "is not an Excel workbook (.xlsx).",
            mend="Save it as .xlsx from your spreadsheet.",
        ) from None


def _sheet(path: Path, book: Any, name: str) -> Any:
    if name not in book.sheetnames:
        raise FileError(
            path, f"has no sheet {name!r}, so Comity did not make this workbook.", mend=_EXPORT
        )
    return book[name]


def _exported_model(path: Path, book: Any) -> PropensityModel:
    """The model that the hidden sheet carries."""
    sheet = _sheet(path, book, MODEL_SHEET)
    lines = [
        "" if row[0] is None else str(row[0])
        for row in sheet.iter_rows(min_col=1, max_col=1, max_row=_MOST_ROWS, values_only=True)
    ]
    mark, _, number = (lines[0] if lines else "").partition(" ")
    if mark != MARK:
        raise FileError(path, f"the sheet {MODEL_SHEET!r} holds no model of Comity.", mend=_EXPORT)
    if number != str(FORMAT):
        raise FileError(
            path, f"was made by another version of Comity (format {number}).", mend=_EXPORT
        )
    return PropensityModel(**parse_model("\n".join(lines[1:]), f"{path} (sheet {MODEL_SHEET!r})"))


def _weights(path: Path, book: Any) -> dict[tuple[str, str], float]:
    """Every weight of the sheet by kind and id; finds its columns by their headings."""
    rows = _sheet(path, book, WEIGHTS_SHEET).iter_rows(max_row=_MOST_ROWS)
    head, (kind_at, id_at, weight_at) = _columns(path, rows)
    found: dict[tuple[str, str], float] = {}
    for line, row in enumerate(rows, start=head + 1):
        kind, identity = (_text(row[at]) if at < len(row) else "" for at in (kind_at, id_at))
        if kind not in {"construct", "indicator"} or not identity:
            continue
        what, place = f"the {kind} {identity!r}", f"{_letter(weight_at)}{line}"
        if (kind, identity) in found:
            raise FileError(
                path,
                f"sheet {WEIGHTS_SHEET!r}, cell {place}: {what} appears twice.",
                mend="Keep one of the rows.",
            )
        value = row[weight_at].value if weight_at < len(row) else None
        found[kind, identity] = _weight(path, f"sheet {WEIGHTS_SHEET!r}, cell {place}", what, value)
    return found


def _columns(path: Path, rows: Iterator[Any]) -> tuple[int, tuple[int, int, int]]:
    """Line of the headings, and the columns of kind, id and weight."""
    for line, row in enumerate(rows, start=1):
        names = [_text(cell) for cell in row]
        if {KIND, ID, WEIGHT} <= set(names):
            return line, (names.index(KIND), names.index(ID), names.index(WEIGHT))
    raise FileError(
        path,
        f"the sheet {WEIGHTS_SHEET!r} has no row with the headings {KIND}, {ID} and {WEIGHT}.",
        mend="Restore the headings.",
    )


def _text(cell: Any) -> str:
    value = getattr(cell, "value", None)
    return value.strip() if isinstance(value, str) else ""


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column + 1))


def _weight(path: Path, place: str, what: str, value: Any) -> float:
    mend = "Give a number that is zero or more."
    if value is None or (isinstance(value, str) and not value.strip()):
        raise FileError(
            path,
            f"{place}: the weight of {what} is empty.",
            mend=f"{mend} If a formula stands there, open and save the file in a spreadsheet.",
        )
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise FileError(path, f"{place}: the weight of {what} is {value!r}.", mend=mend)
    if value < 0:
        raise FileError(path, f"{place}: the weight of {what} is negative ({value:g}).", mend=mend)
    return float(value)
