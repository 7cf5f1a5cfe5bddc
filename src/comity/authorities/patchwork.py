"""The patchwork seen: a matrix of which authorities serve the same two things."""

from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from comity.authorities.catalogue import DISCLAIMER, Catalogue, chosen
from comity.authorities.cells import reaches
from comity.authorities.narrowing import ALL, Only
from comity.authorities.partner_axis import NOBODY, Partners, check
from comity.authorities.serving import AXES, serving
from comity.authorities.vocabulary import words
from comity.terms.errors import InputError


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One cell of the overlap matrix.

    Parameters
    ----------
    row, column
        Words of the two axes, or the label of a partner or kind of partner.
    sure, unsure
        Ids that serve it, and ids that must be checked.
    """

    row: str
    column: str
    sure: tuple[str, ...]
    unsure: tuple[str, ...]

    @property
    def count(self) -> int:
        """Number of authorities that serve it surely."""
        return len(self.sure)


@dataclass(frozen=True, slots=True)
class OverlapMatrix:
    """Which authorities serve the same things.

    Parameters
    ----------
    rows, columns
        Axes: two of activity, purpose, recipient and partner.
    cells
        Every cell, row by row.
    on
        The day.
    only
        What it is narrowed to.
    members
        For a partner axis: the codes behind each label.
    """

    rows: str
    columns: str
    cells: tuple[MatrixCell, ...]
    on: date
    only: Only = ALL
    members: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def table(self) -> list[dict[str, Any]]:
        """Return one row for each row word: sure counts, with unsure ones after a plus."""
        found: dict[str, dict[str, Any]] = {}
        for cell in self.cells:
            line = found.setdefault(cell.row, {self.rows: cell.row})
            line[cell.column] = f"{cell.count}" + (f"+{len(cell.unsure)}" if cell.unsure else "")
        return list(found.values())

    def gaps(self) -> tuple[MatrixCell, ...]:
        """Cells that no authority serves surely; those with nothing at all first."""
        found = [cell for cell in self.cells if not cell.sure]
        return tuple(sorted(found, key=lambda cell: (len(cell.unsure), cell.row, cell.column)))

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON: every cell, the empty ones too."""
        return {
            "on": self.on.isoformat(),
            "rows": self.rows,
            "columns": self.columns,
            "row_words": list(dict.fromkeys(cell.row for cell in self.cells)),
            "column_words": list(dict.fromkeys(cell.column for cell in self.cells)),
            "only": self.only.to_dict(),
            "partners": {label: list(codes) for label, codes in self.members},
            "cells": [
                {
                    "row": cell.row,
                    "column": cell.column,
                    "number": cell.count,
                    "authorities": list(cell.sure),
                    "to_check": list(cell.unsure),
                }
                for cell in self.cells
            ],
            "disclaimer": DISCLAIMER,
        }


def overlap(
    on: date,
    *,
    rows: str = "activity",
    columns: str = "purpose",
    only: Only = ALL,
    partners: Partners | None = None,
    book: Catalogue | None = None,
) -> OverlapMatrix:
    """Count the authorities that serve each pair of words.

    Parameters
    ----------
    on
        The day.
    rows, columns
        Two of ``activity``, ``purpose``, ``recipient``, ``partner``.
    only
        What it is narrowed to on the other axes.
    partners
        The partners of a partner axis by label; see ``partner_axis.each`` and ``by_kind``. A label
        with several partners is served where one of them is reached.
    book
        The catalogue; Comity's own when left out.

    Raises
    ------
    InputError
        If the axes are not two different ones, or a partner axis has no partners.
    """
    labels = _labels(rows, columns, partners)
    found = serving(reaches(chosen(book), on), (rows, columns), only, labels, on)
    down, across = (_words(axis, only, labels) for axis in (rows, columns))
    cells = [
        MatrixCell(*pair, tuple(found.sure.get(pair, ())), tuple(found.unsure.get(pair, ())))
        for pair in product(down, across)
    ]
    members = tuple((k, tuple(s.code for s in v)) for k, v in labels.items() if v)
    return OverlapMatrix(rows, columns, tuple(cells), on, only, members)


def _words(axis: str, only: Only, labels: Partners) -> tuple[str, ...]:
    """Return the words of an axis: one alone where the matrix is narrowed to it."""
    if axis == "partner":
        return tuple(labels)
    alone = getattr(only, axis)
    return (alone,) if alone else tuple(words(axis))


def _labels(rows: str, columns: str, partners: Partners | None) -> Partners:
    if rows not in AXES or columns not in AXES or rows == columns:
        raise InputError(f"Rows and columns are two different ones of {', '.join(AXES)}.")
    if "partner" not in (rows, columns):
        return NOBODY
    check(partners or {})
    return partners or {}
