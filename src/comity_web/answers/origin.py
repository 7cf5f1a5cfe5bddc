"""Where the values of an answer come from: recipe, data, sources with vintage and licence."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from ninja import Schema
from pydantic import Field

from comity.terms.provenance import Provenance
from comity.world.deriving import derived_topics
from comity.world.home import import_files
from comity.world.load import load_manifest
from comity.world.manifest import Manifest
from comity.world.source import Source, all_sources
from comity_web.site.computed import computed


class Cited(Schema):
    """A source as it must be named."""

    source: str = Field(description="Id of the source or of Comity's own derived topic.")
    publisher: str
    vintage: str = Field(description="Edition as this installation holds it.")
    licence: str = Field(description="Comity's class: P, O, ND, NC or C.")
    licence_name: str
    citation: str


class Origin(Schema):
    """Where an answer comes from and what was assumed."""

    recipe: str = Field(description="Name and digest of the recipe.")
    data: str = Field(description="Edition of the data: a digest of every value.")
    seed: int | None = None
    dropped: list[str] = Field(default_factory=list, description="What was left out.")
    assumed: list[str] = Field(default_factory=list, description="What was assumed.")
    version: str = Field(description="Version of Comity.")
    sources: list[Cited] = Field(default_factory=list, description="Whose figures went in.")


def origin(provenance: Provenance, indicators: Iterable[str] = ()) -> dict[str, Any]:
    """Return the block for an answer.

    Parameters
    ----------
    provenance
        Of the result.
    indicators
        Whose sources are to be named.
    """
    return provenance.to_dict() | {"sources": cited(indicators)}


def cited(indicators: Iterable[str]) -> list[dict[str, Any]]:
    """Return the sources of some indicators, each once, in the order of their ids."""
    known = {source.id: source for source in map(described_in, indicators)}
    held = {record.id: record.vintage for record in manifest().sources}
    return [
        {
            "source": source.id,
            "publisher": source.publisher,
            "vintage": held.get(source.id, source.vintage),
            "licence": source.licence.value,
            "licence_name": source.licence_name,
            "citation": source.citation,
        }
        for source in (known[name] for name in sorted(known))
    ]


@cache
def described() -> dict[str, Source]:
    """Every source and derived topic, by the id of each of its indicators."""
    topics = (*all_sources().values(), *derived_topics().values())
    return {indicator.id: source for source in topics for indicator in source.indicators}


def described_in(indicator: str) -> Source:
    """Return the source or topic that describes an indicator of the panel."""
    return described()[indicator]


def manifest() -> Manifest:
    """Return what the panel of this installation was compiled from."""
    stamp = tuple((path.name, path.stat().st_mtime_ns) for path in import_files())
    return computed(("manifest", stamp), load_manifest)
