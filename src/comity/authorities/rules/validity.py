"""Was it law on that day?"""

from datetime import date

from comity.authorities.finding import Finding, soften
from comity.authorities.query import Query, fiscal_year
from comity.terms.authority import Answer, Authority, Certainty, Fit, Validity

REFORM = date(2016, 12, 23)  # PL 114-328, which moved most of security cooperation to chapter 16


def judge(authority: Authority, fit: Fit, query: Query) -> Finding:
    """Say whether the provision was in force on the first day."""
    finding = in_force(authority, query.on)
    if finding.answer is Answer.YES and fit.annual:
        why = f"if the appropriations act of fiscal year {fiscal_year(query.on)} carries it"
        return Finding("validity", Answer.IF, why)
    if finding.answer is Answer.YES:
        return _while_it_runs(authority.validity, query) or finding
    return finding


def in_force(authority: Authority, on: date) -> Finding:
    """Say whether a provision was in force on a day."""
    validity = authority.validity
    return _begun(validity, on) or _not_ended(authority, on) or Finding("validity", Answer.YES)


def _begun(validity: Validity, on: date) -> Finding | None:
    begins = validity.begins
    if begins is None:
        if on >= REFORM:
            return None
        why = "the day on which it became law is not recorded"
        return Finding("validity", Answer.CHECK, why)
    if on < begins.earliest:
        finding = Finding("validity", Answer.NO, f"it was not yet law: it began {begins}")
        if validity.begins_certainty is Certainty.VERIFIED:
            return finding
        return soften(finding, because="the beginning is recalled")
    if on < begins.latest:
        return Finding("validity", Answer.CHECK, f"it began in {begins}; the day is not recorded")
    return None


def _not_ended(authority: Authority, on: date) -> Finding | None:
    validity = authority.validity
    if validity.ends is not None:
        return _at_the_end(validity, on)
    if validity.status == "ended" and on >= authority.checked:
        return Finding("validity", Answer.NO, f"it has ended ({validity.status_note})")
    if validity.status == "ended":
        why = f"it has ended ({validity.status_note}); on which day is not recorded"
        return Finding("validity", Answer.CHECK, why)
    if validity.status == "check":
        why = f"whether it is still law was not checked ({validity.status_note})"
        return Finding("validity", Answer.CHECK, why)
    if validity.permanence == "temporary" and on > REFORM:
        told = validity.ends_note or "no end date read"
        return Finding(
            "validity", Answer.CHECK, f"temporary; its current end is not known ({told})"
        )
    return None


def _at_the_end(validity: Validity, on: date) -> Finding | None:
    ends = validity.ends
    if ends is None or on <= ends.earliest:
        return None
    into = f"; see {', '.join(validity.successors)}" if validity.successors else ""
    finding = Finding("validity", Answer.NO, f"it ended {ends}{into}")
    if validity.ends_certainty is Certainty.VERIFIED or validity.status == "ended":
        return finding
    told = validity.ends_note or "the end is recalled"
    return Finding(
        "validity", Answer.CHECK, f"whether it was extended past {ends} was not checked ({told})"
    )


def _while_it_runs(validity: Validity, query: Query) -> Finding | None:
    """A temporary authority must still stand when the activity ends."""
    ends = validity.ends
    if ends is None:
        return None
    if query.until is not None and query.until > ends.earliest:
        return Finding(
            "validity", Answer.IF, f"if it is extended: it ends {ends}, before your last day"
        )
    return Finding("validity", Answer.YES, f"it ends {ends}")
