"""A figure with its drawing, drawn once and kept."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from comity.reports.figure import Figure
from comity.reports.render import to_svg
from comity_web.site.computed import computed


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure and the SVG that the server drew of it.

    Parameters
    ----------
    name
        Short name, unique on its page.
    figure
        Title, words, specification, table.
    svg
        The drawing, ready to stand in a page.
    """

    name: str
    figure: Figure
    svg: SafeString


def draw(name: str, key: tuple[object, ...], make: Callable[[], Figure]) -> Drawn:
    """Make and draw a figure once for each key.

    Parameters
    ----------
    name
        Short name, unique on its page; ids inside the drawing begin with it.
    key
        Everything on which the figure depends: data edition, recipe digest, year, partner.
    make
        Makes the figure.
    """

    def drawn() -> Drawn:
        figure = make()
        # The drawing is made here from escaped text.
        return Drawn(name, figure, mark_safe(to_svg(figure, prefix=f"{name}-")))  # noqa: S308

    return computed(("figure", name, *key), drawn)
