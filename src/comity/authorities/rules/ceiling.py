"""Is the amount within the ceiling of that day, and each construction project within its own?"""

from comity.authorities.dated import shared_parameters
from comity.authorities.finding import Finding
from comity.authorities.query import Query
from comity.authorities.seen import certainty_on, seen_from
from comity.terms.authority import Answer, Authority, Certainty, DatedAmount, Fit

AUTHORISED = "authorised"  # an authorised amount is no ceiling on what is appropriated
SMALL_SCALE = "small-scale-construction"


def judge(authority: Authority, fit: Fit, query: Query) -> list[Finding]:
    """Compare the amount with every ceiling that applies, then the dearest project with its own."""
    findings = [
        _ceiling(cap, query, _certainty(cap, authority, query))
        for cap in ceilings(authority, query)
    ]
    if query.activity == "construction" and _is_small_scale(fit):
        findings.append(_project(query))
    return findings


def ceilings(authority: Authority, query: Query) -> list[DatedAmount]:
    """Return the ceilings that hold on the day; one for a single year replaces the base law's."""
    fitting = [cap for cap in authority.caps if cap.span.holds(query.on) and _applies(cap, query)]
    dated = {cap.scope for cap in fitting if cap.span.begins is not None}
    return [cap for cap in fitting if cap.span.begins is not None or cap.scope not in dated]


def _applies(cap: DatedAmount, query: Query) -> bool:
    return (not cap.activities or query.activity in cap.activities) and (
        not cap.recipients or query.recipient in cap.recipients
    )


def _certainty(cap: DatedAmount, authority: Authority, query: Query) -> Certainty:
    return certainty_on(query.on, cap.certainty, cap.span, seen_from(cap.span, cap.seen, authority))


def _ceiling(cap: DatedAmount, query: Query, certainty: Certainty) -> Finding:
    told = f"ceiling of USD {cap.usd:,} per {cap.scope}" + (f" ({cap.text})" if cap.text else "")
    if query.amount is None or "fiscal year" not in cap.scope or "academy" in cap.scope:
        return Finding("ceiling", Answer.IF, f"if it stays under the {told}")
    if query.amount <= cap.usd:
        return Finding("ceiling", Answer.IF, f"if enough is left under the {told}")
    why = f"USD {query.amount:,} is above the {told}"
    if AUTHORISED in cap.scope:
        return Finding("ceiling", Answer.CHECK, f"{why}; appropriations may give more")
    if certainty is Certainty.VERIFIED:
        return Finding("ceiling", Answer.NO, why)
    told = "not known for that day" if certainty is Certainty.UNKNOWN else certainty.value
    return Finding("ceiling", Answer.CHECK, f"{why}; the ceiling is {told}", leaning="no")


def _is_small_scale(fit: Fit) -> bool:
    reading = fit.activities.get("construction")
    return reading is not None and SMALL_SCALE in reading.why


def _project(query: Query) -> Finding:
    limit = shared_parameters()[SMALL_SCALE].get(query.on)
    if limit is None:
        return Finding("ceiling", Answer.CHECK, f"no project ceiling is recorded for {query.on}")
    if query.project is None:
        return Finding(
            "ceiling", Answer.IF, f"if no single project costs more than USD {limit.value:,}"
        )
    if query.project > limit.value:
        why = f"a project of USD {query.project:,} is above the ceiling of USD {limit.value:,} that day"
        return Finding("ceiling", Answer.NO, why, by="T10-301")
    return Finding("ceiling", Answer.YES, f"within USD {limit.value:,} a project")
