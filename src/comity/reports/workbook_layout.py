"""Where everything stands in the workbook, so that formulas and their reader agree."""

from dataclasses import dataclass

#: Every sheet of partners starts its data in this row (from zero) and has code and name first.
FIRST_ROW, FIRST_COLUMN = 6, 2
#: Rows of the sheet "Reference" (from zero).
REFERENCE_ROWS = {
    "method": 5,
    "sign": 6,
    "count": 7,
    "first": 8,
    "second": 9,
    "low": 10,
    "high": 11,
    "sample": 13,
}
#: Columns of the sheet "Constructs" before the construct scores.
SCORE, COVERAGE, RANK, PLACE = 2, 3, 4, 5
CONSTRUCTS_FROM = 6
#: Heading of the sheet "Weights", by which the reader finds its way after a user's edits.
WEIGHTS_SHEET, MODEL_SHEET = "Weights", "Model"
KIND, ID, WEIGHT = "Kind", "Id", "Weight"
WEIGHT_COLUMNS = (
    KIND,
    ID,
    "Title",
    "Construct",
    WEIGHT,
    "At export",
    "Used",
    "Share of group",
    "Share of score",
    "Direction",
    "Transform",
    "Scaling",
    "Check",
)
WEIGHTS_HEADER = 4
#: First line of the sheet "Model": the format, and its number for readers to come.
MARK = "comity-workbook"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Layout:
    """References into the workbook for ``partners`` rows, ``parents`` of indicators, ``sizes``.

    Parameters
    ----------
    partners
        How many there are.
    parents
        Construct of each indicator, in order ``(J,)``.
    constructs
        How many there are.
    """

    partners: int
    parents: tuple[int, ...]
    constructs: int

    @property
    def last_row(self) -> int:
        """Last row of partners (from zero)."""
        return FIRST_ROW + self.partners - 1

    def indicator_column(self, j: int) -> int:
        """Column of an indicator on Raw, Turned, Scaled, Years and Reference."""
        return FIRST_COLUMN + j

    def members(self, k: int) -> tuple[int, int]:
        """First and last indicator of a construct."""
        mine = [j for j, parent in enumerate(self.parents) if parent == k]
        return mine[0], mine[-1]

    def construct_column(self, k: int) -> int:
        """Column of a construct's score on Constructs."""
        return CONSTRUCTS_FROM + k

    def coverage_column(self, k: int) -> int:
        """Column of a construct's coverage on Constructs."""
        return CONSTRUCTS_FROM + self.constructs + k

    @property
    def export_column(self) -> int:
        """First column on Constructs of what was known at export."""
        return CONSTRUCTS_FROM + 2 * self.constructs

    def construct_weight_row(self, k: int) -> int:
        """Row of a construct on Weights."""
        return WEIGHTS_HEADER + 1 + k

    def indicator_weight_row(self, j: int) -> int:
        """Row of an indicator on Weights."""
        return WEIGHTS_HEADER + 1 + self.constructs + 1 + j

    def reference(self, name: str, j: int) -> str:
        """One of an indicator's numbers on Reference."""
        return f"Reference!{cell(REFERENCE_ROWS[name], self.indicator_column(j), lock='row')}"

    def sample(self, j: int, size: int) -> str:
        """An indicator's reference sample."""
        top, column = REFERENCE_ROWS["sample"], self.indicator_column(j)
        first = cell(top, column, lock="row")
        return f"Reference!{first}:{cell(top + max(size, 1) - 1, column, lock='row')}"


def cell(row: int, column: int, *, lock: str = "") -> str:
    """A1 reference from zero-based numbers; ``lock`` is ``row``, ``column``, ``both`` or empty."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(
        xl_rowcol_to_cell(
            row, column, row_abs=lock in {"row", "both"}, col_abs=lock in {"column", "both"}
        )
    )


def block(first: tuple[int, int], last: tuple[int, int], *, lock: str = "") -> str:
    """A1 range between two corners."""
    return f"{cell(*first, lock=lock)}:{cell(*last, lock=lock)}"
