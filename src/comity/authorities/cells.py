"""The cells of the patchwork: which authorities serve an activity, a purpose and a recipient."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from comity.authorities.catalogue import Catalogue
from comity.authorities.rules.validity import in_force
from comity.authorities.vocabulary import words
from comity.terms.authority import Answer, Authority, Certainty, Reading

Cell = tuple[str, str, str]
SERVES = {Answer.YES, Answer.IF}


@dataclass(frozen=True, slots=True)
class Reach:
    """The cells that one authority serves.

    Parameters
    ----------
    authority
        The record.
    cells
        Activity, purpose and recipient; a yes or a condition counts, a check does not.
    unsure
        Cells where the record says check, or the record itself is only recalled.
    """

    authority: Authority
    cells: frozenset[Cell]
    unsure: frozenset[Cell]

    @property
    def all_cells(self) -> frozenset[Cell]:
        """Served surely or perhaps."""
        return self.cells | self.unsure


def _answers(readings: Mapping[str, Reading], kind: str) -> dict[str, Answer]:
    general = readings.get("any")
    found: dict[str, Answer] = {}
    for word in words(kind):
        reading = readings.get(word, general)
        if reading is not None and reading.answer is not Answer.NO:
            found[word] = reading.answer
    return found


def reach_of(authority: Authority) -> Reach:
    """Return the cells that a record serves, as Comity reads it."""
    fit = authority.fit
    if fit is None:
        return Reach(authority, frozenset(), frozenset())
    sure: set[Cell] = set()
    unsure: set[Cell] = set()
    recalled = authority.certainty is Certainty.RECALLED
    for activity, first in _answers(fit.activities, "activity").items():
        for purpose, second in _answers(fit.purposes, "purpose").items():
            for recipient, third in _answers(fit.recipients, "recipient").items():
                certain = {first, second, third} <= SERVES and not recalled
                (sure if certain else unsure).add((activity, purpose, recipient))
    return Reach(authority, frozenset(sure), frozenset(unsure))


@cache
def _reaches(book: Catalogue) -> tuple[Reach, ...]:
    return tuple(reach_of(record) for record in book)


def reaches(book: Catalogue, on: date) -> tuple[Reach, ...]:
    """Return the reach of every authority that can carry an activity and may be law on a day."""
    return tuple(
        reach
        for reach in _reaches(book)
        if carries(reach.authority) and in_force(reach.authority, on).answer is not Answer.NO
    )


def carries(record: Authority) -> bool:
    """Whether a record can carry an activity by itself: no companion, no mere account."""
    return record.fit is not None and not (record.fit.companion or record.fit.money_only)


def by_cell(found: Iterable[Reach]) -> dict[Cell, list[str]]:
    """Return the ids that serve each cell, surely or perhaps."""
    cells: dict[Cell, list[str]] = {}
    for reach in found:
        for cell in reach.all_cells:
            cells.setdefault(cell, []).append(reach.authority.id)
    return cells


def side(record: Authority) -> str:
    """Return the side of the house: ``Title 10`` (defense law) or ``Title 22`` (foreign affairs)."""
    fit = record.fit
    foreign = {"faa", "aeca", "sfops", "faa-grant", "aeca-aid"}
    if fit is not None and set(fit.family) & foreign:
        return "Title 22"
    return "Title 22" if record.title == "Title 22" else "Title 10"
