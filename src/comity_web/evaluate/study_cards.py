"""Ready studies as people read them: the question, what is claimed, what is needed and missing."""

import re
from dataclasses import dataclass

from comity.evaluate.ready_frame import Need
from comity.evaluate.ready_recipe import ReadyStudy, get_ready
from comity.evaluate.ready_studies import ReadyEntry, list_ready_studies
from comity.literature import PublishedClaim, PublishedStudy, load_studies
from comity_web.site.computed import computed
from comity_web.world.evidence import panel


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim with the publication that makes it."""

    claim: PublishedClaim
    source: PublishedStudy

    @property
    def short(self) -> str:
        """First author and year; the study's page has the full citation."""
        names = re.split(r", | and ", self.source.authors)
        others = " and others" if len(names) > 2 else f" and {names[1]}" if names[1:] else ""
        return f"{names[0]}{others} ({self.source.year})"


@dataclass(frozen=True, slots=True)
class SourceNeeded:
    """A publisher's figures that a study uses.

    Parameters
    ----------
    source, publisher
        Id and name.
    titles
        What is used of it.
    vintage
        Edition that is here.
    here, optional
        Whether they are here, and whether the study runs without them.
    how
        What brings them.
    """

    source: str
    publisher: str
    titles: tuple[str, ...]
    vintage: str
    licence: str
    here: bool
    optional: bool
    how: str


@dataclass(frozen=True, slots=True)
class StudyCard:
    """One ready study.

    Parameters
    ----------
    entry, study
        As the library lists it, and whole.
    claims
        What the literature says, each claim once.
    """

    entry: ReadyEntry
    study: ReadyStudy
    claims: tuple[Claimed, ...]

    @property
    def variants(self) -> list[tuple[str, str, bool]]:
        """Id, title and whether its data are here, of each way to measure."""
        return [
            (name, title, all(n.here or n.optional for n in self.entry.needs[name]))
            for name, title in self.entry.variants.items()
        ]

    @property
    def by_source(self) -> list[tuple[Claimed, list[Claimed]]]:
        """Claims of each publication, with the first of them for its name."""
        groups: dict[str, list[Claimed]] = {}
        for one in self.claims:
            groups.setdefault(one.source.key, []).append(one)
        return [(group[0], group) for group in groups.values()]

    @property
    def missing(self) -> tuple[SourceNeeded, ...]:
        """Sources that would allow more and are not here."""
        return tuple(one for one in self.sources() if not one.here)

    def sources(self, variant: str = "") -> tuple[SourceNeeded, ...]:
        """Every source of a way to measure; of all ways where none is named."""
        names = [variant] if variant else list(self.entry.needs)
        needs = {n.indicator: n for name in names for n in self.entry.needs[name]}
        found: dict[tuple[str, bool], list[Need]] = {}
        for need in needs.values():
            found.setdefault((need.source, need.here), []).append(need)
        return tuple(_source(group) for group in found.values())


def _source(needs: list[Need]) -> SourceNeeded:
    first = needs[0]
    vintages = dict.fromkeys(v for n in needs for v in n.vintage.split(", ") if v)
    return SourceNeeded(
        first.source,
        first.publisher,
        tuple(need.title for need in needs),
        ", ".join(vintages),
        first.licence,
        first.here,
        all(need.optional for need in needs),
        first.how,
    )


def study_cards() -> tuple[StudyCard, ...]:
    """Return every ready study, read once for each edition of the data."""
    return computed(("study cards", panel().edition), _cards)


def study_card(name: str) -> StudyCard:
    """Return one ready study.

    Raises
    ------
    UnknownName
        If there is none.
    """
    study = get_ready(name)
    return next(card for card in study_cards() if card.study.id == study.id)


def _cards() -> tuple[StudyCard, ...]:
    return tuple(_card(entry) for entry in list_ready_studies(panel()))


def _card(entry: ReadyEntry) -> StudyCard:
    study = get_ready(entry.id)
    claims = {one.claim: one.published for one in study.check if one.published is not None}
    return StudyCard(entry, study, tuple(claimed(claim) for claim in claims.values()))


def claimed(claim: PublishedClaim) -> Claimed:
    """Return a claim with its source."""
    return Claimed(claim, next(one for one in load_studies() if one.key == claim.source))
