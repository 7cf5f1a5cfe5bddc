"""A specification drawn as SVG or PNG by vl-convert, without any network."""

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import Any

from comity.reports.figure import Figure

_VEGA_LITE = "6.1"
_LONG_NUMBER = re.compile(r"(-?\d+\.\d\d)\d+")
_NAMED_MARK = re.compile(r'<path ([^>]*?aria-label="([^"]+)"[^>]*?)(?:/>|></path>)')
_CLIP = re.compile(r'(id="|url\(#)(clip\d+)')


def to_svg(figure: Figure, *, prefix: str = "", links: Mapping[str, str] | None = None) -> str:
    """Draw as SVG text, ready to stand inside HTML.

    Coordinates are cut to two decimals. A mark with a description gets a ``<title>``, which
    browsers show when the pointer rests on it and screen readers read. ``prefix`` keeps the ids of
    several drawings on one page apart. ``links`` gives the address to which a mark leads, by its
    description; such links are left out of the tab order, because a table beside the drawing has
    the same ones.
    """
    import vl_convert

    svg: str = vl_convert.vegalite_to_svg(
        _plain(figure), vl_version=_VEGA_LITE, allowed_base_urls=[]
    )
    svg = _CLIP.sub(rf"\g<1>{prefix}\2", svg)
    return _NAMED_MARK.sub(lambda m: _with_title(m, links or {}), _LONG_NUMBER.sub(r"\1", svg))


def to_png(figure: Figure, *, scale: float = 2.0) -> bytes:
    """Draw as PNG on white, ``scale`` times the chart's size in pixels."""
    import vl_convert

    spec = _plain(figure)
    spec["background"] = spec["config"]["background"] = "white"
    png: bytes = vl_convert.vegalite_to_png(
        spec, vl_version=_VEGA_LITE, scale=scale, allowed_base_urls=[]
    )
    return png


def _plain(figure: Figure) -> dict[str, Any]:
    return {**figure.spec, "config": dict(figure.spec.get("config", {}))}


def _with_title(match: re.Match[str], links: Mapping[str, str]) -> str:
    mark = f"<path {match[1]}><title>{match[2]}</title></path>"
    address = links.get(unescape(match[2]))
    return mark if address is None else f'<a href="{escape(address)}" tabindex="-1">{mark}</a>'
