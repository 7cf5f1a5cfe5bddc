"""The studio's map: the settings' scores in fifths, drawn so that a script can colour it anew."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from comity.reports.chart_theme import NO_DATA
from comity.reports.country_map import country_map
from comity.reports.map_layers import MapLayer, propensity_layer
from comity_web.assess.studio_answer import settled_scores
from comity_web.assess.studio_settings import StudioSettings


@dataclass(frozen=True, slots=True)
class StudioMap:
    """A drawn map with its key.

    Parameters
    ----------
    layer
        What is shown.
    svg
        The drawing.
    key
        Colour and label of each class, highest first, and of what is in none.
    """

    layer: MapLayer
    svg: SafeString
    key: tuple[tuple[str, str], ...]


def studio_map(settings: StudioSettings) -> StudioMap:
    """Draw the map of the settings; of a grouping, its part of the world."""
    scores = settled_scores(settings)
    layer = propensity_layer(scores)
    near = scores.partners if settings.group else ()
    key = tuple((colour, label) for label, colour in reversed(layer.classes))
    # The drawing escapes every name that it holds.
    drawing = country_map(layer, close_to=near, address=_page_of)
    svg = mark_safe(drawing)  # noqa: S308
    return StudioMap(layer, svg, (*key, (NO_DATA, layer.missing)))


def _page_of(partner: str) -> str:
    return reverse("partner", args=[partner])
