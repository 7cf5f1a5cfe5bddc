"""Which authorities serve a pair of words, surely or perhaps: the count under every view of the patchwork."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from comity.authorities.cells import Cell, Reach
from comity.authorities.narrowing import WORD_AXES, Only
from comity.authorities.partner_axis import Partners, answer
from comity.terms.authority import Answer

AXES = (*WORD_AXES, "partner")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Serving:
    """Ids by pair of words; what serves a pair surely is not counted as unsure as well."""

    sure: dict[Pair, list[str]] = field(default_factory=dict)
    unsure: dict[Pair, list[str]] = field(default_factory=dict)


def serving(found: Iterable[Reach], axes: Pair, only: Only, labels: Partners, on: date) -> Serving:
    """Count what serves each pair of two axes.

    Parameters
    ----------
    found
        Authorities with their cells, as ``cells.reaches`` gives them.
    axes
        Two of ``AXES``.
    only
        What is counted.
    labels
        The labels of the partner axis, or ``partner_axis.NOBODY``.
    on
        The day.
    """
    result = Serving()
    for reach in found:
        certain, perhaps = _pairs_of(reach, axes, only, labels, on)
        for pair in sorted(certain):
            result.sure.setdefault(pair, []).append(reach.authority.id)
        for pair in sorted(perhaps - certain):
            result.unsure.setdefault(pair, []).append(reach.authority.id)
    return result


def _pairs_of(
    reach: Reach, axes: Pair, only: Only, labels: Partners, on: date
) -> tuple[set[Pair], set[Pair]]:
    """Return the pairs that an authority serves surely, and those that it may serve."""
    open_ = _open_to(reach, only, on)
    sure: set[Pair] = set()
    unsure: set[Pair] = set()
    if open_ is Answer.NO:
        return sure, unsure
    certain = {cell for cell in reach.cells if only.keeps(cell)}
    perhaps = {cell for cell in reach.unsure if only.keeps(cell)}
    for label, members in labels.items():
        found = answer(reach, members, on)
        if found is Answer.NO:
            continue
        doubt = Answer.CHECK in (found, open_)
        (unsure if doubt else sure).update(_pairs(certain, axes, label))
        unsure |= _pairs(perhaps, axes, label)
    return sure, unsure


def _open_to(reach: Reach, only: Only, on: date) -> Answer:
    """Whether a record is open to the partner; without one, whether it names no countries."""
    if only.partner is not None:
        return answer(reach, (only.partner,), on)
    fit = reach.authority.fit
    if not only.open_only or fit is None:
        return Answer.YES
    named = bool(fit.partners.only) and fit.partners.otherwise is None
    return Answer.NO if named else Answer.YES


def _pairs(cells: Iterable[Cell], axes: Pair, label: str) -> set[Pair]:
    """Return the pairs that cells come down to; the label stands for the partner axis."""
    one, other = (AXES.index(axis) for axis in axes)
    return {((*cell, label)[one], (*cell, label)[other]) for cell in cells}
