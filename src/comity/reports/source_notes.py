"""Who published the figures behind a set of scores, for reports to cite."""

from dataclasses import dataclass, replace
from functools import cache

from comity.assess.scores import Scores
from comity.terms.indicator import Indicator
from comity.world.source import Source, all_sources

_LICENCES = {
    "P": "public domain",
    "O": "open licence",
    "ND": "no derivatives",
    "NC": "non-commercial use only",
    "C": "free to use with citation; no open licence",
}


@dataclass(frozen=True, slots=True)
class SourceNote:
    """One source as a report cites it.

    Parameters
    ----------
    id, title, publisher, licence, citation, page
        As the source's description gives them; what an import does not say is empty.
    vintage
        Editions of the values themselves, so that an import is cited as what it is; the
        description's where a source enters only through derived indicators.
    indicators
        Ids of the indicators of the model that come from it.
    through
        Indicators that were computed from it.
    """

    id: str
    title: str
    publisher: str
    licence: str
    vintage: str
    citation: str
    page: str
    indicators: tuple[str, ...]
    through: tuple[str, ...] = ()


def source_notes(scores: Scores) -> tuple[SourceNote, ...]:
    """Every source behind the scores, those of derived indicators included, by id."""
    direct: dict[str, list[str]] = {}
    through: dict[str, list[str]] = {}
    for use in scores.model.uses:
        indicator = scores.catalogue[use.id]
        direct.setdefault(indicator.source, []).append(use.id)
        for parent in sorted(_origins(indicator)):
            through.setdefault(parent, []).append(use.id)
    by_source = {
        scores.catalogue[use.id].source: scores.catalogue[use.id] for use in scores.model.uses
    }
    notes = (
        _note(name, by_source.get(name), direct.get(name, []), through.get(name, []))
        for name in sorted({*direct, *through})
    )
    editions = _editions(scores)
    return tuple(replace(n, vintage=editions.get(n.id) or n.vintage) for n in notes)


def _editions(scores: Scores) -> dict[str, str]:
    """Editions of the values of each source that the model uses directly."""
    found: dict[str, set[str]] = {}
    about = scores.snapshot
    for j, use in enumerate(scores.model.uses):
        names = {about.vintages[v] for v in about.vintage[:, j] if v >= 0}
        found.setdefault(scores.catalogue[use.id].source, set()).update(names)
    return {source: "; ".join(sorted(names)) for source, names in found.items()}


def source_of(indicator: Indicator) -> Source | None:
    """The description of an indicator's source, if it is one of Comity's."""
    return _known().get(indicator.source)


def licence_words(licence: str) -> str:
    """Comity's licence class in words."""
    return _LICENCES.get(licence, licence)


@cache
def _known() -> dict[str, Source]:
    return {**all_sources("comity.world.derived"), **all_sources()}


def _origins(indicator: Indicator) -> set[str]:
    """Published sources that a derived indicator goes back to, however many steps."""
    catalogue = {i.id: i for source in _known().values() for i in source.indicators}
    found: set[str] = set()
    seen: set[str] = set()
    open_ids = list(indicator.derived_from)
    while open_ids:
        name = open_ids.pop()
        if name in seen:
            continue
        seen.add(name)
        parent = catalogue.get(name)
        if parent is not None and parent.derived_from:
            open_ids.extend(parent.derived_from)
        else:
            found.add(parent.source if parent is not None else name.partition(".")[0])
    return found


def _note(
    name: str, indicator: Indicator | None, direct: list[str], through: list[str]
) -> SourceNote:
    source = _known().get(name)
    ids, via = tuple(direct), tuple(i for i in through if i not in direct)
    if source is not None:
        return SourceNote(
            name,
            source.title,
            source.publisher,
            source.licence_name or licence_words(source.licence),
            source.vintage,
            source.citation,
            source.page,
            ids,
            via,
        )
    if indicator is not None:
        return SourceNote(
            name,
            name,
            indicator.publisher,
            licence_words(indicator.licence),
            "",
            indicator.citation,
            "",
            ids,
            via,
        )
    return SourceNote(name, name, "", "", "", "", "", ids, via)
