"""Consolidation candidates: which authorities overlap most, what a merge would remove, whom it touches.

RAND proposed to take 106 core Title 10 authorities to 91, a net cut of 15 (RR-1438, 2016). Which
merges it proposed could not be read; the overlap measure and the ranking here are Comity defaults.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from comity.authorities.catalogue import Catalogue, chosen
from comity.authorities.cells import Reach, carries, reaches, side
from comity.authorities.combination import account_of
from comity.terms.authority import Authority, Certainty

RAND_CORE, RAND_TARGET = 106, 91
ENOUGH = (
    0.25  # a Comity default: below a quarter shared, a merge would mostly widen somebody's reach
)


@dataclass(frozen=True, slots=True)
class Merge:
    """Two or more authorities that could be one.

    Parameters
    ----------
    ids
        The records, the one that stays first.
    overlap
        Shared cells over all cells of the pair (Jaccard), 0 to 1; the weakest link of a larger set.
    contained
        Share of the smaller one's cells that the larger one serves as well.
    removes
        What would go: records, notices, reports, ceilings.
    touches
        Whom it would touch: holders, accounts, recipients, partners that are named.
    widens
        Cells that one of them would newly reach.
    cautions
        What speaks against it, or must be settled first.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    overlap: float
    contained: float
    removes: tuple[str, ...]
    touches: tuple[str, ...]
    widens: int
    cautions: tuple[str, ...]
    certainty: Certainty

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "ids": list(self.ids),
            "names": list(self.names),
            "overlap": round(self.overlap, 4),
            "contained": round(self.contained, 4),
            "removes": list(self.removes),
            "touches": list(self.touches),
            "widens_by_cells": self.widens,
            "cautions": list(self.cautions),
            "certainty": self.certainty.value,
        }


def candidates(
    on: date, book: Catalogue | None = None, *, most: int = 20, title: str = "Title 10"
) -> tuple[Merge, ...]:
    """Rank pairs of authorities in force by overlap.

    Parameters
    ----------
    on
        The day.
    book
        The catalogue; Comity's own when left out.
    most
        Number of pairs.
    title
        Side of the house, ``Title 10`` or ``Title 22``; pairs never cross it.
    """
    found = _core(on, chosen(book), title)
    merges = [merge for a, b in combinations(found, 2) if (merge := _merge((a, b)))]
    merges.sort(key=lambda merge: (-merge.overlap, -merge.contained, merge.ids))
    return tuple(merges[:most])


def _core(on: date, book: Catalogue, title: str) -> list[Reach]:
    """Authorities that act, with cells, on one side of the house."""
    found = [r for r in reaches(book, on) if r.all_cells and side(r.authority) == title]
    return [r for r in found if carries(r.authority)]


def _merge(group: Sequence[Reach]) -> Merge | None:
    """Describe a merge, or return ``None`` where nothing is shared or the partners differ."""
    pairs = list(combinations(group, 2))
    if any(not _mergeable(a.authority, b.authority) for a, b in pairs):
        return None
    shares = [len(a.all_cells & b.all_cells) / len(a.all_cells | b.all_cells) for a, b in pairs]
    if min(shares) == 0:
        return None
    within = [
        len(a.all_cells & b.all_cells) / min(len(a.all_cells), len(b.all_cells)) for a, b in pairs
    ]
    ordered = sorted(group, key=_staying)
    records = [reach.authority for reach in ordered]
    union = frozenset().union(*(reach.all_cells for reach in group))
    return Merge(
        ids=tuple(record.id for record in records),
        names=tuple(record.name for record in records),
        overlap=min(shares),
        contained=min(within),
        removes=_removes(records),
        touches=_touches(records),
        widens=sum(len(union - reach.all_cells) for reach in group),
        cautions=_cautions(records),
        certainty=_weakest(records),
    )


def _staying(reach: Reach) -> tuple[bool, bool, int, str]:
    """Order by who would stay: permanent law, read law, the wider reach."""
    record = reach.authority
    permanent = record.validity.permanence == "permanent"
    read = record.certainty is Certainty.VERIFIED
    return (not permanent, not read, -len(reach.all_cells), record.id)


def _mergeable(one: Authority, other: Authority) -> bool:
    """Whether a merge would not mix countries, and neither carries on the other already."""
    if other.id in (*one.validity.predecessors, *one.validity.successors):
        return False  # one already carries on the other
    rules = [record.fit.partners for record in (one, other) if record.fit is not None]
    return len({(rule.only, rule.groups) for rule in rules}) == 1


def _removes(records: Sequence[Authority]) -> tuple[str, ...]:
    gone = records[1:]
    found = [f"{record.citation} ({record.name})" for record in gone]
    for what, count in (
        ("notice", sum(len(r.notices) for r in gone)),
        ("recurring report", sum(len({x.name for x in r.reports}) for r in gone)),
        ("ceiling", sum(len(r.caps) for r in gone)),
    ):
        if count:
            found.append(f"{count} {what}{'s' if count > 1 else ''}")
    return tuple(found)


def _touches(records: Sequence[Authority]) -> tuple[str, ...]:
    holders = dict.fromkeys(r.approval.holder for r in records)
    accounts = dict.fromkeys(account_of(r) for r in records)
    recipients = dict.fromkeys(k for r in records if r.fit for k in r.fit.recipients if k != "any")
    partners = dict.fromkeys(p for r in records if r.fit for p in r.fit.partners.only)
    named = (
        ("holders", holders),
        ("accounts", accounts),
        ("recipients", recipients),
        ("partners", partners),
    )
    return tuple(f"{what}: {', '.join(values)}" for what, values in named if values)


def _cautions(records: Sequence[Authority]) -> tuple[str, ...]:
    found = []
    levels = dict.fromkeys(record.approval.level for record in records)
    if len(levels) > 1:
        found.append(f"State's role differs: {', '.join(levels)}")
    aims = {bool(r.fit and r.fit.aims) for r in records}
    if len(aims) > 1:
        found.append("one is bound to a single aim (such as training US forces), the other is not")
    accounts = {account_of(r) for r in records if r.account}
    if len(accounts) > 1:
        found.append("the money comes from different accounts")
    elif any(not r.account for r in records):
        found.append("not every account is recorded")
    permanence = dict.fromkeys(r.validity.permanence for r in records)
    if len(permanence) > 1:
        found.append(f"one would change its life: {', '.join(permanence)}")
    unread = [r.id for r in records if r.certainty is not Certainty.VERIFIED]
    if unread:
        found.append(f"text not fully read: {', '.join(unread)}")
    return tuple(found)


def _weakest(records: Sequence[Authority]) -> Certainty:
    order = list(Certainty)
    return max((record.certainty for record in records), key=order.index)


@dataclass(frozen=True, slots=True)
class Consolidation:
    """A series of merges, one after the other.

    Parameters
    ----------
    before, after
        Number of core authorities.
    merges
        The final groups.
    """

    before: int
    after: int
    merges: tuple[Merge, ...]
    on: date
    reference: str = (
        f"RAND RR-1438 (2016) proposed {RAND_CORE} to {RAND_TARGET}; its list could not be read. "
        "The merges shown are a Comity default, not RAND's."
    )

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "on": self.on.isoformat(),
            "core_before": self.before,
            "core_after": self.after,
            "merges": [merge.to_dict() for merge in self.merges],
            "reference": self.reference,
        }


def consolidate(
    on: date,
    book: Catalogue | None = None,
    *,
    cut: int = RAND_CORE - RAND_TARGET,
    title: str = "Title 10",
    least: float = ENOUGH,
) -> Consolidation:
    """Merge the most overlapping group again and again until enough are cut.

    Parameters
    ----------
    on
        The day.
    book
        The catalogue; Comity's own when left out.
    cut
        Net number of authorities to remove; RAND's 15 when left out.
    title
        Side of the house.
    least
        Overlap below which nothing is merged; complete linkage, so every pair of a group has it.
    """
    groups: list[tuple[Reach, ...]] = [(r,) for r in _core(on, chosen(book), title)]
    before = len(groups)
    while before - len(groups) < cut:
        best = _best_join(groups, least)
        if best is None:
            break
        one, other = best
        groups = [g for g in groups if g not in (one, other)] + [(*one, *other)]
    merges = [merge for g in groups if len(g) > 1 and (merge := _merge(g))]
    merges.sort(key=lambda merge: (-len(merge.ids), -merge.overlap, merge.ids))
    return Consolidation(before, len(groups), tuple(merges), on)


def _best_join(
    groups: Sequence[tuple[Reach, ...]], least: float
) -> tuple[tuple[Reach, ...], tuple[Reach, ...]] | None:
    best: tuple[float, Any] | None = None
    for one, other in combinations(groups, 2):
        merge = _merge((*one, *other))
        if (
            merge is not None
            and merge.overlap >= least
            and (best is None or merge.overlap > best[0])
        ):
            best = (merge.overlap, (one, other))
    return None if best is None else best[1]
