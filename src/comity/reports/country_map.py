"""A map as plain SVG in which every partner is a link with a name, and can be coloured anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import pairwise
from typing import Any

from comity.reports.chart_theme import INK
from comity.reports.map_extent import arc_points, equal_earth, frame_of
from comity.reports.map_layers import MapLayer
from comity.reports.map_shapes import country_shapes, small_states

#: Tenths of a pixel, so that coordinates are whole numbers.
_FINE = 10
_SIZE = (960, 470)
_DOT = 3.4
_OUTSIDE = "#eceff1"
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Shapes:
    """Paths of all partners in one frame; dots are paths too."""

    width: int
    height: int
    paths: tuple[tuple[str, str], ...]


def country_map(
    layer: MapLayer, *, close_to: Sequence[str] = (), address: Callable[[str], str] | None = None
) -> str:
    """Draw a layer.

    Parameters
    ----------
    layer
        What is shown; partners that it does not know are drawn as land without a name.
    close_to
        Partners whose part of the world is shown; all of it where left out.
    address
        Gives the address to which a partner's shape leads.

    Returns
    -------
    str
        SVG text that can stand inside HTML. Each partner is a group with ``data-partner`` and a
        ``<title>``; its only ``<path>`` carries the colour. Links are left out of the tab order,
        because a table beside the map has the same ones.
    """
    shapes = _shapes(tuple(sorted(close_to)))
    land = "".join(d for partner, d in shapes.paths if partner not in layer.place)
    known = "".join(
        _partner(layer, partner, d, address)
        for partner, d in shapes.paths
        if partner in layer.place
    )
    width, height = shapes.width * _FINE, shapes.height * _FINE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="country-map" role="group" '
        f'viewBox="0 0 {width} {height}" aria-label="{escape(layer.title)}">'
        f'<g stroke="#fff" stroke-width="4" stroke-linejoin="round">'
        f'<path fill="{_OUTSIDE}" d="{land}"/>{known}</g></svg>'
    )


def _partner(layer: MapLayer, partner: str, path: str, address: Callable[[str], str] | None) -> str:
    said = escape(layer.said.get(partner, partner))
    code = escape(partner)
    dot = f' stroke="{INK}" stroke-width="5"' if partner in small_states() else ""
    inner = f'<title>{said}</title><path fill="{layer.colour(partner)}"{dot} d="{path}"/>'
    if address is None:
        return f'<g data-partner="{code}" role="img" aria-label="{said}">{inner}</g>'
    return (
        f'<a href="{escape(address(partner))}" tabindex="-1" data-partner="{code}" '
        f'aria-label="{said}">{inner}</a>'
    )


@lru_cache(maxsize=64)
def _shapes(close_to: tuple[str, ...]) -> _Shapes:
    topology = country_shapes()
    width, height, projection = frame_of(topology, close_to, _SIZE)
    if "scale" not in projection:
        width, height, scale, move = _whole_world(topology)
    else:
        scale, move = projection["scale"], tuple(projection["translate"])

    def place(point: Point) -> tuple[int, int]:
        x, y = equal_earth(*point)
        return round(_FINE * (move[0] + scale * x)), round(_FINE * (move[1] - scale * y))

    box = (width * _FINE, height * _FINE)
    rings: dict[str, list[str]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        for ring in _rings(topology, shape):
            drawn = _path([place(point) for point in ring], box)
            if drawn:
                rings.setdefault(shape["id"], []).append(drawn)
    for partner, (latitude, longitude) in small_states().items():
        rings.setdefault(partner, []).append(_dot(place((longitude, latitude))))
    return _Shapes(width, height, tuple((p, "".join(parts)) for p, parts in rings.items()))


def _whole_world(topology: dict[str, Any]) -> tuple[int, int, float, tuple[float, ...]]:
    """Width, height, scale and shift of a frame that holds all land."""
    land = [
        point
        for shape in topology["objects"]["countries"]["geometries"]
        for ring in _rings(topology, shape)
        for point in ring
    ]
    dots = [(longitude, latitude) for latitude, longitude in small_states().values()]
    points = [equal_earth(*point) for point in (*land, *dots)]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    width, margin = _SIZE[0], 8
    scale = (width - 2 * margin) / (max(xs) - min(xs))
    height = round(scale * (max(ys) - min(ys)) + 2 * margin)
    return width, height, scale, (margin - scale * min(xs), margin + scale * max(ys))


def _rings(topology: dict[str, Any], shape: dict[str, Any]) -> list[list[Point]]:
    """Rings of a shape as longitudes and latitudes, cut where they cross the date line."""
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    rings = [_ring(topology, arcs) for polygon in polygons for arcs in polygon]
    return [part for ring in rings for part in cut_at_date_line(ring)]


def _ring(topology: dict[str, Any], arcs: Sequence[int]) -> list[Point]:
    """Arcs end to end; a negative number means the arc backwards."""
    points: list[Point] = []
    for number in arcs:
        arc = list(arc_points(topology, number if number >= 0 else ~number))
        if number < 0:
            arc.reverse()
        points += arc[1:] if points else arc
    return points


def cut_at_date_line(ring: Sequence[Point]) -> list[list[Point]]:
    """Parts of a closed ring on each side of longitude 180, none of which crosses it."""
    turned, shift = [ring[0]], 0.0
    for before, point in pairwise(ring):
        step = point[0] - before[0]
        shift += -360.0 if step > 180 else 360.0 if step < -180 else 0.0
        turned.append((point[0] + shift, point[1]))
    parts = []
    for turn in (-360.0, 0.0, 360.0):
        moved = [(x + turn, y) for x, y in turned]
        part = _half(_half(moved, 180.0, side=-1), -180.0, side=1)
        if len(part) > 2:
            parts.append(part)
    return parts


def _half(ring: Sequence[Point], at: float, *, side: int) -> list[Point]:
    """The part of a ring east (+1) or west (-1) of a meridian (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for before, point in zip((ring[-1], *ring[:-1]), ring, strict=True) if ring else ():
        was, inside = side * (before[0] - at) >= 0, side * (point[0] - at) >= 0
        if was != inside:
            share = (at - before[0]) / (point[0] - before[0])
            kept.append((at, before[1] + share * (point[1] - before[1])))
        if inside:
            kept.append(point)
    return kept


def _path(points: Sequence[tuple[int, int]], box: tuple[int, int]) -> str:
    """A closed path in steps; empty where it lies outside the box."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    if max(xs) < 0 or min(xs) > box[0] or max(ys) < 0 or min(ys) > box[1]:
        return ""
    here = points[0]
    steps = []
    for point in points[1:]:
        if point != here:
            steps.append(f"{point[0] - here[0]} {point[1] - here[1]}")
            here = point
    if len(steps) < 2:
        return ""
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z"


def _dot(at: tuple[int, int]) -> str:
    r = round(_DOT * _FINE)
    return f"M{at[0] - r} {at[1]}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z"
