"""A document as a list of blocks, which Word, PDF and HTML renderers all draw the same."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a section."""

    text: str
    kind: str = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence set apart: something that a reader must not miss."""

    text: str
    kind: str = "note"


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Parameters
    ----------
    header
        Headings of the columns.
    rows
        Text of each cell.
    widths
        Share of the width that each column takes.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    kind: str = "table"


Block = Heading | Paragraph | Note | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    Parameters
    ----------
    title, subtitle
        What it is about.
    banner
        Marking that stands on every page.
    facts
        Label and text of the box at the top.
    blocks
        The rest, in order.
    footer
        What made it, and from what.
    """

    title: str
    subtitle: str
    banner: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    footer: str

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)
