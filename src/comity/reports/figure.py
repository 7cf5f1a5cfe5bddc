"""A figure: a chart's specification with its title, its words and its table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """What a chart shows, in three forms: a specification to draw, words, and a table.

    Parameters
    ----------
    title
        One line that says what is shown.
    summary
        What a reader who cannot see it should know.
    spec
        Vega-Lite specification with its data inside; it asks no network for anything.
    table
        The numbers that are drawn, one mapping for each mark.
    """

    title: str
    summary: str
    spec: Mapping[str, Any]
    table: Sequence[Mapping[str, Any]]


def listed(names: Sequence[str], most: int = 5) -> str:
    """Names as a sentence would have them: ``A, B and C``, cut with the number left over."""
    shown = list(names[:most])
    rest = len(names) - len(shown)
    if rest > 0:
        return f"{', '.join(shown)} and {rest} more"
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"
