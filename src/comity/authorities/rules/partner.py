"""Does the authority reach this country?"""

from comity.authorities.finding import Finding
from comity.authorities.membership import belongs
from comity.authorities.query import Query
from comity.authorities.rules.facet import softened
from comity.terms.authority import Answer, Authority, Fit, PartnerRule
from comity.terms.partner_status import PartnerStatus

# A Comity default: the law leaves "developing country" to the Secretary of Defense.
DEVELOPING = {"low", "lower-middle"}
NOT_DEVELOPING = {"high"}


def judge(authority: Authority, fit: Fit, query: Query) -> list[Finding]:
    """Say whether the partner is reached, and what the developing-country rule asks."""
    rule = fit.partners
    if query.partner is None:
        return _any_partner(rule)
    findings = [softened(_reached(rule, query.partner), authority)]
    if rule.developing:
        findings.append(_developing(rule, query.partner))
    return findings


def _any_partner(rule: PartnerRule) -> list[Finding]:
    if not rule.is_limited:
        return [Finding("partner", Answer.YES, rule.note)]
    named = ", ".join([*rule.only, *rule.groups, *rule.otherwise_groups])
    return [Finding("partner", Answer.IF, f"if the partner is one of: {named}")]


def _reached(rule: PartnerRule, partner: PartnerStatus) -> Finding:
    name = partner.name or partner.code
    if partner.code in rule.excluded:
        return Finding("exclusion", Answer.NO, rule.excluded_why or f"it shuts out {name}")
    if not rule.is_limited:
        return Finding("partner", Answer.YES, rule.note)
    if partner.code in rule.only:
        return Finding("partner", Answer.YES)
    return _by_group(rule, partner, name)


def _by_group(rule: PartnerRule, partner: PartnerStatus, name: str) -> Finding:
    member = [belongs(partner, group) for group in rule.groups]
    if True in member:
        answer = Answer.IF if rule.group_why else Answer.YES
        return Finding("partner", answer, rule.group_why)
    for group, reading in rule.otherwise_groups.items():
        if belongs(partner, group):
            return Finding("partner", reading.answer, reading.why)
        member.append(belongs(partner, group))
    groups = " or ".join([*rule.groups, *rule.otherwise_groups])
    if rule.otherwise is not None:
        return Finding("partner", rule.otherwise.answer, rule.otherwise.why)
    if None in member:
        why = f"if {name} belongs to {groups}: that is not known here"
        return Finding("partner", Answer.CHECK, why)
    reach = ", ".join(rule.only) + (" and members of " if rule.only and groups else "") + groups
    return Finding("partner", Answer.NO, f"it reaches {reach}, not {name}")


def _developing(rule: PartnerRule, partner: PartnerStatus) -> Finding:
    name = partner.name or partner.code
    if partner.income in DEVELOPING:
        why = f"{name} has {partner.income} income; confirm it on the Secretary's developing list"
        return Finding("developing", Answer.IF, why)
    if partner.income in NOT_DEVELOPING and rule.developing_required:
        return Finding(
            "developing", Answer.NO, f"{name} is a high-income country: {rule.developing}"
        )
    return Finding("developing", Answer.IF, rule.developing)
