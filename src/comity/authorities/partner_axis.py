"""The partner as an axis of the patchwork: single partners, or kinds of partner, beside activity and mission."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from comity.authorities.cells import Reach
from comity.authorities.membership import belongs
from comity.authorities.query import Query
from comity.authorities.rules.partner import judge
from comity.authorities.vocabulary import partner_kinds
from comity.terms.authority import Answer
from comity.terms.errors import InputError
from comity.terms.partner_status import PartnerStatus

Partners = Mapping[str, Sequence[PartnerStatus]]
SERVES = {Answer.YES, Answer.IF}
NOBODY: Partners = {"": ()}


def each(statuses: Iterable[PartnerStatus]) -> dict[str, tuple[PartnerStatus, ...]]:
    """Return one label for each partner: its name, or its code where it has none."""
    return {status.name or status.code: (status,) for status in statuses}


def by_kind(statuses: Sequence[PartnerStatus]) -> dict[str, tuple[PartnerStatus, ...]]:
    """Sort partners into the kinds of ``words.toml``; one partner may be of several kinds.

    Parameters
    ----------
    statuses
        Every partner that shall be counted, with its groups and income.

    Returns
    -------
    dict
        Kind to its partners, in the order of the file; a kind with no partner is left out.
    """
    found = {
        name: tuple(status for status in statuses if _is_of(status, rule))
        for name, rule in partner_kinds().items()
    }
    return {name: members for name, members in found.items() if members}


def _is_of(status: PartnerStatus, rule: Mapping[str, Sequence[str]]) -> bool:
    if any(belongs(status, group) for group in rule.get("without", ())):
        return False
    inside = any(belongs(status, group) for group in rule.get("groups", ()))
    return inside or status.income in rule.get("incomes", ())


def check(partners: Partners) -> None:
    """Refuse an axis on which nobody stands.

    Raises
    ------
    InputError
        If there is no label, or a label has no partner.
    """
    empty = [label for label, members in partners.items() if not members]
    if not partners or empty:
        told = f" {empty[0]!r} has none." if empty else ""
        raise InputError(f"A partner axis needs partners, one or more for each label.{told}")


def answer(reach: Reach, members: Sequence[PartnerStatus], on: date) -> Answer:
    """Say whether an authority reaches at least one of the partners.

    Returns
    -------
    Answer
        ``yes`` where one is reached, on conditions or without; ``check`` where nobody is surely
        reached and one is not known; ``no`` where all are shut out. ``yes`` for no partners at
        all, which means any partner.
    """
    if not members:
        return Answer.YES
    found = Answer.NO
    for status in members:
        one = _one(reach, status, on)
        if one is Answer.YES:
            return one
        found = one if one is Answer.CHECK else found
    return found


def _one(reach: Reach, status: PartnerStatus, on: date) -> Answer:
    fit = reach.authority.fit
    if fit is None:
        return Answer.NO
    query = Query("train", on, partner=status)  # the partner rule looks at nothing but the partner
    answers = {finding.answer for finding in judge(reach.authority, fit, query)}
    if Answer.NO in answers:
        return Answer.NO
    return Answer.YES if answers <= SERVES else Answer.CHECK
