"""Facets as links: each value leads to the same page with that value chosen, or no longer chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from comity.authorities.facet_counts import Facet

Parameters = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: how many have it, whether it is chosen, and where it leads."""

    value: str
    count: int
    chosen: bool
    query: str


@dataclass(frozen=True, slots=True)
class FacetLine:
    """One facet with its values as links."""

    name: str
    label: str
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> bool:
        """Whether anything of it is chosen."""
        return any(choice.chosen for choice in self.choices)


def chosen_facets(data: QueryDict, names: Iterable[str]) -> dict[str, list[str]]:
    """Return what an address chooses, facet by facet."""
    found = {name: [value for value in data.getlist(name) if value] for name in names}
    return {name: values for name, values in found.items() if values}


def facet_lines(facets: Iterable[Facet], parameters: Parameters) -> list[FacetLine]:
    """Give every value of every facet its address.

    Parameters
    ----------
    facets
        As the library counts them.
    parameters
        Everything that the address says now, the facets included.
    """
    return [_line(facet, list(parameters)) for facet in facets]


def _line(facet: Facet, parameters: list[tuple[str, str]]) -> FacetLine:
    choices = []
    for value, count in facet.counts:
        chosen = value in facet.chosen
        pair = (facet.name, value)
        query = [p for p in parameters if p != pair] if chosen else [*parameters, pair]
        choices.append(Choice(value, count, chosen, urlencode(query)))
    return FacetLine(facet.name, facet.label, tuple(choices))
