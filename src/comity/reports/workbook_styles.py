"""How the workbook looks: a few formats, one yellow for what may be edited."""

from functools import cached_property
from typing import Any

INPUT_YELLOW = "#FFF2A8"
INK, QUIET, RULE, BAND = "#1B2733", "#5B6B7A", "#B8C4CF", "#EAF0F5"


_HEADING = {
    "bold": True,
    "text_wrap": True,
    "bottom": 1,
    "bg_color": BAND,
    "border_color": RULE,
}


class Styles:
    """Formats of one workbook, made when first used."""

    def __init__(self, book: Any) -> None:
        self._book = book

    def _format(self, **properties: Any) -> Any:
        return self._book.add_format({"font_color": INK, "valign": "top", **properties})

    @cached_property
    def title(self) -> Any:
        """Heading of a sheet."""
        return self._format(bold=True, font_size=16)

    @cached_property
    def text(self) -> Any:
        """Plain words."""
        return self._format()

    @cached_property
    def wrapped(self) -> Any:
        """Words that may run over several lines."""
        return self._format(text_wrap=True)

    @cached_property
    def quiet(self) -> Any:
        """Words beside the point."""
        return self._format(font_color=QUIET, italic=True)

    @cached_property
    def banner(self) -> Any:
        """The marking on every sheet."""
        return self._format(bold=True, font_color="#FFFFFF", bg_color="#2E6B3A", align="center")

    @cached_property
    def heading(self) -> Any:
        """Head of a column."""
        return self._format(**_HEADING)

    @cached_property
    def number_heading(self) -> Any:
        """Head of a column of numbers."""
        return self._format(**_HEADING, align="center")

    @cached_property
    def small_heading(self) -> Any:
        """Second line of a head: ids and units."""
        return self._format(font_color=QUIET, text_wrap=True, bg_color=BAND, font_size=9)

    @cached_property
    def section(self) -> Any:
        """A row that opens a part of a table."""
        return self._format(bold=True, bg_color=BAND)

    @cached_property
    def input(self) -> Any:
        """What a user may change."""
        return self._format(
            bg_color=INPUT_YELLOW,
            border=1,
            border_color="#C9A400",
            num_format="0.###",
            align="center",
        )

    @cached_property
    def number(self) -> Any:
        """A value as it was published."""
        return self._format(num_format="General")

    @cached_property
    def score(self) -> Any:
        """A score or scaled value."""
        return self._format(num_format="0.0;-0.0;0.0;@", align="center")

    @cached_property
    def fine(self) -> Any:
        """A number whose decimals matter."""
        return self._format(num_format="0.0000;-0.0000;0.0000;@")

    @cached_property
    def weight(self) -> Any:
        """A weight that a formula passes on."""
        return self._format(num_format="0.###", font_color=QUIET, bg_color=BAND, align="center")

    @cached_property
    def share(self) -> Any:
        """A share as a percentage."""
        return self._format(num_format="0%", align="center")

    @cached_property
    def fine_share(self) -> Any:
        """A share whose decimals matter."""
        return self._format(num_format="0.0%", align="center")

    @cached_property
    def whole(self) -> Any:
        """A count, rank or year."""
        return self._format(num_format="0", align="center")

    @cached_property
    def move(self) -> Any:
        """Places gained or lost."""
        return self._format(num_format="+0;-0;0", align="center")

    @cached_property
    def amount(self) -> Any:
        """Money."""
        return self._format(num_format="#,##0")

    @cached_property
    def stand_in(self) -> Any:
        """A value that stands in for a missing one."""
        return self._format(num_format="0.0", italic=True, bg_color="#E3DDF3")

    @cached_property
    def missing(self) -> Any:
        """A cell where nothing was observed."""
        return self._format(bg_color="#F1F1F1")

    @cached_property
    def warning(self) -> Any:
        """Something to look at."""
        return self._format(font_color="#9C3D00", bg_color="#FFE3D1")

    @cached_property
    def code(self) -> Any:
        """Fixed-width text."""
        return self._format(font_name="Consolas", font_size=9)
