"""Which part of the world a map shows: all of it, or the part that some partners are in."""

from collections.abc import Iterable, Iterator, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Any

from comity.reports.map_shapes import small_states

_MARGIN = 0.06
_LEAST_HEIGHT, _MOST_HEIGHT = 320, 640
Point = tuple[float, float]


def frame_of(
    topology: dict[str, Any], partners: Sequence[str], size: tuple[int, int]
) -> tuple[int, int, dict[str, Any]]:
    """Width, height and projection of a map that shows the partners; the world if there are none.

    Parameters
    ----------
    topology
        Shapes whose ids are partners' ids.
    partners
        Ids of those to be shown.
    size
        Width and height in pixels of a map of the world.
    """
    width, height = size
    points = [equal_earth(*p) for p in _points(topology, set(partners))]
    if not points:
        return width, height, {"type": "equalEarth"}
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    left, right, low, high = min(xs), max(xs), min(ys), max(ys)
    across, up = max(right - left, 0.2), max(high - low, 0.2)
    if across > 4.5:  # most of the globe
        return width, height, {"type": "equalEarth"}
    height = int(min(max(width * up / across, _LEAST_HEIGHT), _MOST_HEIGHT))
    scale = min(width / across, height / up) * (1 - 2 * _MARGIN)
    middle = ((left + right) / 2, (low + high) / 2)
    return (
        width,
        height,
        {
            "type": "equalEarth",
            "scale": round(scale, 2),
            "translate": [
                round(width / 2 - scale * middle[0], 2),
                round(height / 2 + scale * middle[1], 2),
            ],
            "clipExtent": [[0, 0], [width, height]],
        },
    )


def _points(topology: dict[str, Any], partners: set[str]) -> Iterator[Point]:
    for shape in topology["objects"]["countries"]["geometries"]:
        if shape["id"] in partners:
            for arc in _numbers(shape["arcs"]):
                yield from arc_points(topology, arc if arc >= 0 else ~arc)
    for partner, (latitude, longitude) in small_states().items():
        if partner in partners:
            yield longitude, latitude


def _numbers(arcs: Iterable[Any]) -> Iterator[int]:
    for entry in arcs:
        if isinstance(entry, int):
            yield entry
        else:
            yield from _numbers(entry)


def arc_points(topology: dict[str, Any], number: int) -> Iterator[Point]:
    """Longitudes and latitudes of an arc, which TopoJSON keeps as steps on a grid."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    for step in topology["arcs"][number]:
        x, y = x + step[0], y + step[1]
        yield x * kx + dx, y * ky + dy


def equal_earth(longitude: float, latitude: float) -> Point:
    """Equal Earth projection (Šavrič, Patterson and Jenny 2019), in units of the globe's radius."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = asin(sqrt(3) / 2 * sin(radians(latitude)))
    slope = a1 + 3 * a2 * t**2 + t**6 * (7 * a3 + 9 * a4 * t**2)
    x = 2 * radians(longitude) * cos(t) / (sqrt(3) * slope)
    return x, t * (a1 + a2 * t**2 + t**6 * (a3 + a4 * t**2))
