"""The finder: every authority's answer to a question, with the reason, and never a silent omission."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from comity.authorities.catalogue import DISCLAIMER, Catalogue, chosen
from comity.authorities.conditions import conditions, longest_wait
from comity.authorities.finding import Finding
from comity.authorities.judgement import Judgement, is_near, nearness
from comity.authorities.query import Query
from comity.authorities.rules import (
    activity,
    aim,
    bars,
    ceiling,
    certainty,
    partner,
    purpose,
    recipient,
    validity,
)
from comity.terms.authority import Answer, Authority, Fit, Verdict
from comity.terms.errors import UnknownName
from comity.terms.provenance import Provenance

if TYPE_CHECKING:
    import pandas as pd

RANK = {Verdict.USABLE: 0, Verdict.CONDITIONAL: 1, Verdict.CHECK: 2, Verdict.NOT_USABLE: 3}


@dataclass(frozen=True, slots=True)
class FinderAnswer:
    """Every authority's answer to one question.

    Parameters
    ----------
    query
        The question.
    judgements
        One for each record of the catalogue, best first.
    to_confirm
        Restriction lists on which nobody has looked the partner up, with the citation.
    provenance
        What was asked of which catalogue.
    """

    query: Query
    judgements: tuple[Judgement, ...]
    to_confirm: tuple[str, ...]
    provenance: Provenance
    disclaimer: str = field(default=DISCLAIMER)

    def of(self, verdict: Verdict, *, role: str = "acts") -> tuple[Judgement, ...]:
        """Return the authorities with a verdict, those that can carry the activity alone."""
        return tuple(j for j in self.judgements if j.verdict is verdict and j.role == role)

    @property
    def usable(self) -> tuple[Judgement, ...]:
        """Usable as they stand."""
        return self.of(Verdict.USABLE)

    @property
    def conditional(self) -> tuple[Judgement, ...]:
        """Usable with conditions."""
        return self.of(Verdict.CONDITIONAL)

    @property
    def to_check(self) -> tuple[Judgement, ...]:
        """Not ruled out, not confirmed; those that lean to no are left to ``judgements``."""
        return tuple(j for j in self.of(Verdict.CHECK) if j.leaning != "no")

    def near_misses(self, most: int = 5) -> tuple[Judgement, ...]:
        """Return authorities that fit but for one point, with the point; nearest first."""
        found = [j for j in self.judgements if j.role == "acts" and is_near(j, self.query.on)]
        found.sort(key=nearness)
        return tuple(found[:most])

    def __getitem__(self, authority_id: str) -> Judgement:
        """Return the answer of one authority.

        Raises
        ------
        UnknownName
            If there is no such record; suggests the nearest.
        """
        for judgement in self.judgements:
            if judgement.authority.id == authority_id:
                return judgement
        raise UnknownName("authority", authority_id, [j.authority.id for j in self.judgements])

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON: every authority, none left out."""
        return {
            "query": self.query.to_dict(),
            "disclaimer": self.disclaimer,
            "usable": [j.to_dict() for j in self.usable],
            "usable_with_conditions": [j.to_dict() for j in self.conditional],
            "check": [j.to_dict() for j in self.to_check],
            "near_misses": [j.to_dict() for j in self.near_misses()],
            "confirm_first": list(self.to_confirm),
            "all": [j.to_dict() for j in self.judgements],
            "provenance": self.provenance.to_dict(),
        }

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each authority."""
        import pandas as pd

        rows = [j.to_dict() | {"reasons": " | ".join(j.reasons)} for j in self.judgements]
        return pd.DataFrame(rows).drop(columns=["conditions"])


def find(query: Query, book: Catalogue | None = None) -> FinderAnswer:
    """Ask every record of the catalogue.

    Parameters
    ----------
    query
        What the planner wants to do.
    book
        The catalogue; Comity's own when left out.

    Returns
    -------
    FinderAnswer
        One judgement for each record.

    Examples
    --------
    >>> from datetime import date
    >>> answer = find(Query("train", date(2027, 3, 1), purpose="counterterrorism"))
    >>> answer["T10-333"].verdict.value
    'usable with conditions'
    """
    book = chosen(book)
    found = bars.restrictions(book.records, query)
    judgements = [_judge(record, query, found) for record in book]
    judgements.sort(key=_order)
    return FinderAnswer(query, tuple(judgements), _to_confirm(judgements, book), _provenance(book))


def _provenance(book: Catalogue) -> Provenance:
    shares = ", ".join(f"{share:.0%} {name}" for name, share in book.certainty_shares().items())
    return Provenance(
        recipe="authorities finder",
        data=f"{len(book)} records, last checked {max(r.checked for r in book)}: {shares}",
        assumed=("Comity's own reading of each provision", "income group stands for developing"),
    )


def _order(judgement: Judgement) -> tuple[Any, ...]:
    leaning = {"yes": 0, "open": 1, "no": 2}.get(judgement.leaning, 0)
    acts = judgement.role != "acts"
    return (
        RANK[judgement.verdict],
        acts,
        leaning,
        len(judgement.misses),
        judgement.looseness,
        judgement.wait,
        judgement.authority.id,
    )


def _judge(record: Authority, query: Query, found: Sequence[bars.Restriction]) -> Judgement:
    fit = record.fit
    if fit is None:
        return _without_activity(record, query)
    findings = _findings(record, fit, query)
    barred, steps = bars.judge(record, fit, query, found)
    findings += barred
    verdict, leaning = _verdict(findings)
    role = "companion" if fit.companion else "money" if fit.money_only else "acts"
    if verdict is Verdict.NOT_USABLE:
        return Judgement(record, verdict, tuple(findings), role=role)
    todo = conditions(record, query, steps)
    if verdict is Verdict.USABLE and any(c.kind != "report" for c in todo):
        verdict = Verdict.CONDITIONAL
    return Judgement(
        record, verdict, tuple(findings), todo, longest_wait(record, query, steps), leaning, role
    )


def _findings(record: Authority, fit: Fit, query: Query) -> list[Finding]:
    one = [rule.judge for rule in (validity, activity, purpose, recipient, aim, certainty)]
    many = [rule.judge for rule in (partner, ceiling)]
    found = [partial(judge, record, fit, query)() for judge in one]
    return found + [finding for judge in many for finding in judge(record, fit, query)]


def _verdict(findings: Sequence[Finding]) -> tuple[Verdict, str]:
    answers = {finding.answer for finding in findings}
    if Answer.NO in answers:
        return Verdict.NOT_USABLE, ""
    if Answer.CHECK in answers:
        return Verdict.CHECK, _leaning([f for f in findings if f.answer is Answer.CHECK])
    return (Verdict.CONDITIONAL if Answer.IF in answers else Verdict.USABLE), ""


def _leaning(checks: Sequence[Finding]) -> str:
    leanings = {finding.leaning for finding in checks}
    if "no" in leanings:
        return "no"
    return "open" if "open" in leanings else "yes"


ROLES: Mapping[str, tuple[str, str]] = {
    "restriction": ("restricts", "it restricts others and allows nothing by itself"),
    "supporting": ("supports", "it supports others and allows no activity by itself"),
}


def _without_activity(record: Authority, query: Query) -> Judgement:
    """Restrictions and supporting provisions; a record with nothing read at all asks for a check."""
    category = "restriction" if record.bar is not None else record.category
    role, why = ROLES.get(category, ("acts", ""))
    if not why or record.subcategory == "placeholder":
        lost = "what it allows is not recorded" if not why else record.permits
        finding = Finding("role", Answer.CHECK, lost)
        if record.validity.status == "ended":
            finding = Finding("role", Answer.NO, lost)
            return Judgement(record, Verdict.NOT_USABLE, (finding,), role=role)
        return Judgement(record, Verdict.CHECK, (finding,), leaning="open", role=role)
    if role == "restricts":
        why = bars.standing(record, query)
    finding = Finding("role", Answer.NO, f"{why}: {record.permits}")
    return Judgement(record, Verdict.NOT_USABLE, (finding,), role=role)


def _to_confirm(judgements: Sequence[Judgement], book: Catalogue) -> tuple[str, ...]:
    """Lists that nobody looked up and that matter for an authority still in play."""
    citations: dict[str, dict[str, None]] = {}
    for judgement in judgements:
        if judgement.verdict is Verdict.NOT_USABLE:
            continue
        for finding in judgement.findings:
            if finding.rule == "list":
                citations.setdefault(finding.why, {})[book[finding.by].citation] = None
    return tuple(f"{name} ({'; '.join(cited)})" for name, cited in sorted(citations.items()))
