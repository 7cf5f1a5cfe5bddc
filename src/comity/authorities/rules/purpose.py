"""Does the authority serve this purpose, and did it already do so on that day?"""

from datetime import date

from comity.authorities.finding import Finding
from comity.authorities.query import Query
from comity.authorities.rules.facet import look_up
from comity.terms.authority import Answer, Authority, Fit


def judge(authority: Authority, fit: Fit, query: Query) -> Finding:
    """Say whether the purpose is one that the provision serves."""
    if not query.purpose:
        return _any_purpose(fit)
    for dated in fit.purpose_dates:
        if dated.purpose == query.purpose and query.on < dated.present_from:
            return _before(dated.absent_until, query)
    return look_up("purpose", fit.purposes, query.purpose, authority, query)


def _before(absent_until: date, query: Query) -> Finding:
    if query.on <= absent_until:
        why = f"{query.purpose} was not yet one of its purposes on {query.on}"
        return Finding("purpose", Answer.NO, why)
    why = f"{query.purpose} was added to its purposes about then; the day was not read"
    return Finding("purpose", Answer.CHECK, why)


def _any_purpose(fit: Fit) -> Finding:
    general = fit.purposes.get("any")
    if general is None or general.answer is Answer.NO:
        named = [key for key, r in fit.purposes.items() if r.answer is not Answer.NO]
        return Finding("purpose", Answer.IF, f"if the purpose is {' or '.join(named)}")
    return Finding("purpose", Answer.YES)
