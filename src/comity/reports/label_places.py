"""Which marks of a scatter can carry their label without one covering another."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of a scatter in pixels, and the label that it would like to carry."""

    x: float
    y: float
    radius: float
    label: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label stands: its left middle, in pixels."""

    x: float
    y: float
    mark: int


_LETTER, _LINE = 6.6, 12.0
_Box = tuple[float, float, float, float]


def place_labels(
    marks: Sequence[Mark], wanted: Sequence[int], size: tuple[float, float]
) -> tuple[Place, ...]:
    """Place labels to the right, left, above or below their marks, the first wanted first.

    Parameters
    ----------
    marks
        Every mark; no label may cover one of those that are wanted, nor its own.
    wanted
        Positions of the marks to be labelled, the most important first.
    size
        Width and height of the plot; a label stays inside.

    Returns
    -------
    tuple
        Places of the labels that fit; the others are left out.
    """
    taken: list[_Box] = [_around(marks[i]) for i in wanted]
    placed = []
    for i in wanted:
        for left, middle in _tries(marks[i]):
            box = (left, middle - _LINE / 2, left + _width(marks[i].label), middle + _LINE / 2)
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] and box[3] <= size[1]
            if inside and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                placed.append(Place(left, middle, i))
                break
    return tuple(placed)


def _tries(mark: Mark) -> list[tuple[float, float]]:
    gap, width = mark.radius + 2, _width(mark.label)
    return [
        (mark.x + gap, mark.y),
        (mark.x - gap - width, mark.y),
        (mark.x - width / 2, mark.y - gap - _LINE / 2),
        (mark.x - width / 2, mark.y + gap + _LINE / 2),
    ]


def _width(label: str) -> float:
    return _LETTER * len(label)


def _around(mark: Mark) -> _Box:
    r = mark.radius * 0.8
    return (mark.x - r, mark.y - r, mark.x + r, mark.y + r)


def _overlap(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
