"""The overlap matrix as rows of cells, each with its shade and the address that opens it."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from comity.authorities.patchwork import MatrixCell, OverlapMatrix

STEPS = (1, 4, 10, 20)  # authorities from which a shade begins
BETWEEN = "|"  # between row and column in an address


@dataclass(frozen=True, slots=True)
class Shaded:
    """A cell with its shade (0 to 4), the query that opens it, and whether it is open."""

    cell: MatrixCell
    shade: int
    query: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix ready for a page.

    Parameters
    ----------
    columns
        Headings.
    rows
        Each with its word and its cells.
    opened
        The cell whose authorities are listed, if any.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Shaded, ...]], ...]
    opened: MatrixCell | None


def matrix(found: OverlapMatrix, parameters: Sequence[tuple[str, str]], opened: str) -> Matrix:
    """Make the matrix ready.

    Parameters
    ----------
    found
        As the library counts it.
    parameters
        What the address says, without the open cell.
    opened
        Row and column of the open cell, joined; empty for none.
    """
    columns = tuple(dict.fromkeys(cell.column for cell in found.cells))
    rows: dict[str, list[Shaded]] = {}
    at = None
    for cell in found.cells:
        name = f"{cell.row}{BETWEEN}{cell.column}"
        at = cell if name == opened else at
        query = urlencode([*parameters, ("cell", name)])
        rows.setdefault(cell.row, []).append(Shaded(cell, shade(cell.count), query, name == opened))
    return Matrix(columns, tuple((word, tuple(cells)) for word, cells in rows.items()), at)


def shade(count: int) -> int:
    """Return the shade of a count: one for each step that it reaches."""
    return sum(count >= step for step in STEPS)
