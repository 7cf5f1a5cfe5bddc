"""Facets with counts over any list of things: each facet counts what the other facets leave."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from comity.terms.errors import UnknownName

Item = TypeVar("Item")
Chosen = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet with its values.

    Parameters
    ----------
    name, label
        Key and heading.
    counts
        Each value with the number of things that have it, among those that the other facets leave;
        in the order of the definition, else the most frequent first. A value of which nothing is
        left counts zero.
    chosen
        The values that are chosen; any of them suffices.
    """

    name: str
    label: str
    counts: tuple[tuple[str, int], ...]
    chosen: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "name": self.name,
            "label": self.label,
            "choices": [
                {"value": value, "count": count, "chosen": value in self.chosen}
                for value, count in self.counts
            ],
        }


@dataclass(frozen=True, slots=True)
class Definition(Generic[Item]):
    """A facet before it is counted.

    Parameters
    ----------
    label
        Heading.
    values
        The values that a thing has: none, one or several.
    order
        The order of the values; those that are not named follow by frequency.
    """

    label: str
    values: Callable[[Item], Iterable[str]]
    order: Sequence[str] = ()


Definitions = Mapping[str, Definition[Item]]


def check(chosen: Chosen, items: Sequence[Item], definitions: Definitions[Item]) -> None:
    """Refuse a facet or a value that there is not.

    Raises
    ------
    UnknownName
        Says what there is and suggests the nearest.
    """
    for name, values in chosen.items():
        if name not in definitions:
            raise _refusal("facet", name, definitions)
        known = dict.fromkeys(
            (*definitions[name].order, *(v for i in items for v in definitions[name].values(i)))
        )
        for value in values:
            if value not in known:
                raise _refusal(name, value, known)


def _refusal(what: str, given: str, known: Iterable[str]) -> UnknownName:
    names = list(known)
    refusal = UnknownName(what, given, names)
    refusal.args = (f"{refusal} Known: {', '.join(names)}.",)
    return refusal


def kept(
    items: Iterable[Item], chosen: Chosen, definitions: Definitions[Item], *, but: str = ""
) -> list[Item]:
    """Return the things that fit every chosen facet, one of them left out of account."""
    wanted = {name: set(v) for name, v in chosen.items() if v and name != but}
    return [
        item
        for item in items
        if all(values & set(definitions[n].values(item)) for n, values in wanted.items())
    ]


def facets(
    items: Sequence[Item], chosen: Chosen, definitions: Definitions[Item]
) -> tuple[Facet, ...]:
    """Count every facet among what the other facets leave.

    Parameters
    ----------
    items
        Everything that could be listed.
    chosen
        Facet to its chosen values; an empty collection chooses nothing.
    definitions
        The facets in their order.
    """
    return tuple(
        _facet(name, definition, items, chosen, definitions)
        for name, definition in definitions.items()
    )


def _facet(
    name: str,
    definition: Definition[Item],
    items: Sequence[Item],
    chosen: Chosen,
    definitions: Definitions[Item],
) -> Facet:
    left = kept(items, chosen, definitions, but=name)
    counts = Counter(value for item in left for value in definition.values(item))
    every = Counter(value for item in items for value in definition.values(item))
    first = [value for value in definition.order if value in every or value in counts]
    rest = [v for v, _ in every.most_common() if v not in first]
    rest.sort(key=lambda value: -counts[value])
    pairs = tuple((value, counts[value]) for value in (*first, *rest))
    return Facet(name, definition.label, pairs, tuple(chosen.get(name, ())))
