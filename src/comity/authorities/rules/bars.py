"""Which restrictions reach an authority for this partner, recipient and purpose.

A restriction is a record with a ``[bar]`` table. One that looks at a list is a no where the user
found the partner on it, nothing where the user cleared it, and a condition to confirm where nobody
looked. One that looks at a unit or a single case becomes a step.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.authorities.finding import Finding, soften
from comity.authorities.membership import any_of, belongs
from comity.authorities.query import Query
from comity.authorities.rules.validity import in_force
from comity.authorities.when import in_words
from comity.terms.authority import Answer, Authority, Bar, Certainty, Fit, Step


@dataclass(frozen=True, slots=True)
class Restriction:
    """A restricting record with its bar, in force on the day of the question."""

    record: Authority
    bar: Bar


def restrictions(records: Sequence[Authority], query: Query) -> tuple[Restriction, ...]:
    """Return the restrictions that could touch this question at all."""
    found = []
    for record in records:
        bar = record.bar
        if bar is None or in_force(record, query.on).answer is Answer.NO:
            continue
        if _touches(bar, query):
            found.append(Restriction(record, bar))
    return tuple(found)


def _touches(bar: Bar, query: Query) -> bool:
    """Whether activity, purpose, recipient and partner are of the kind that the bar looks at."""
    code = query.partner.code if query.partner else ""
    narrowed = (
        (bar.activities, query.activity),
        (bar.purposes, query.purpose),
        (bar.recipients, query.recipient),
        (bar.partners, code),
    )
    if any(wanted and given not in wanted for wanted, given in narrowed):
        return False
    if code in bar.not_partners or (bar.list_name and query.partner is None):
        return False
    return not bar.groups or _in_groups(bar, query) is not False


def _in_groups(bar: Bar, query: Query) -> bool | None:
    if query.partner is None:
        return None
    return any_of([belongs(query.partner, group) for group in bar.groups])


def reach(bar: Bar, authority: Authority, fit: Fit) -> str:
    """Return how a bar reaches an authority: ``direct``, ``through``, ``maybe`` or nothing."""
    if authority.id in bar.exempt:
        return ""
    if authority.id in bar.ids or set(bar.reaches) & set(fit.family):
        return "direct"
    if set(bar.through) & set(fit.family):
        return "through"
    return "maybe" if authority.id in bar.maybe else ""


def judge(
    authority: Authority, fit: Fit, query: Query, found: Sequence[Restriction]
) -> tuple[list[Finding], list[Step]]:
    """Return what the restrictions say of one authority, and the steps that they ask for."""
    findings: list[Finding] = []
    steps: list[Step] = []
    for item in found:
        how = reach(item.bar, authority, fit)
        if not how:
            continue
        if item.bar.list_name:
            findings += _by_list(item, how, query)
        elif item.bar.recipients:
            findings.append(_by_recipient(item, query))
        elif item.bar.partners:
            findings.append(_named(item, how))
        else:
            kind = "vet" if item.bar.unit else "confirm"
            text = f"{in_words(item.bar.text, query)} ({item.record.citation})"
            steps.append(Step(kind, text, days=item.bar.days, certainty=item.record.certainty))
    return findings, steps


def _by_list(item: Restriction, how: str, query: Query) -> list[Finding]:
    assert query.partner is not None  # _touches lets no list through without a partner
    listed = query.partner.is_listed(item.bar.list_name)
    if listed is None:
        return [Finding("list", Answer.IF, item.bar.list_name, item.record.id)]
    return [_named(item, how)] if listed else []


def _named(item: Restriction, how: str) -> Finding:
    """The partner is on the list, or is named by the restriction itself."""
    record, bar = item.record, item.bar
    through = " (it bars what other law bars)" if how == "through" else ""
    waiver = f"; waiver: {bar.waiver}" if bar.waiver else "; no waiver"
    why = f"{bar.text}{through} ({record.citation}{waiver})"
    if how == "maybe":
        why = f"whether this reaches it is not clear: {why}"
        return Finding("bar", Answer.CHECK, why, record.id, "no")
    finding = Finding("bar", Answer.NO, why, record.id)
    if record.certainty is Certainty.RECALLED:
        return soften(finding, because="the restriction is recalled, not read")
    return finding


def _by_recipient(item: Restriction, query: Query) -> Finding:
    record, bar = item.record, item.bar
    told = f"{bar.text} ({record.citation}; {bar.waiver})"
    if query.purpose in bar.except_purposes:
        why = f"if a listed exception for {query.purpose} fits: {told}"
        return Finding("bar", Answer.IF, why, record.id)
    if not query.purpose:
        return Finding(
            "bar", Answer.CHECK, f"unless a listed exception fits: {told}", record.id, "no"
        )
    return Finding("bar", Answer.NO, told, record.id)


def standing(record: Authority, query: Query) -> str:
    """Return in words what a restriction says of this question: every one of them answers."""
    bar = record.bar
    if bar is None:
        return "no rule of the finder is written for it"
    if in_force(record, query.on).answer is Answer.NO:
        return "not in force on that day"
    if not _touches(bar, query):
        return "does not touch this question" + (" (name a partner)" if not query.partner else "")
    if bar.list_name and query.partner is not None:
        listed = query.partner.is_listed(bar.list_name)
        told = {True: "barred: listed", False: "clear: not listed", None: "confirm: nobody looked"}
        return f"{told[listed]} ({bar.list_name})"
    if bar.partners or bar.recipients:
        return "barred unless lifted or excepted"
    return "vet the unit" if bar.unit else "look at the case"
