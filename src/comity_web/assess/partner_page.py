"""Everything that a partner's page shows, gathered once for each partner, year and kind of dollars."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from comity.assess.funding import funding_of
from comity.assess.scores import Scores
from comity.reports.numbers_in_words import rank_span
from comity.terms.errors import ComityError
from comity.terms.partner import Partner
from comity.world.partners import partners
from comity_web.assess.gaps import gaps
from comity_web.assess.matched import matched
from comity_web.assess.partner_figures import score_figures, series_figures
from comity_web.assess.priorities import priorities_of
from comity_web.assess.scored import intervals_of, scores_of
from comity_web.site.computed import computed
from comity_web.world.evidence import manifest, panel
from comity_web.world.ties import posture, ties


def partner_body(partner: Partner, year: int, dollars: str) -> SafeString:
    """Return the body of the page, kept by everything on which it depends."""
    scores = scores_of(year)
    stamp = priorities_of(year).stamp
    key = ("partner page", scores.model.digest, panel().edition, stamp, partner.id, year, dollars)

    def make() -> SafeString:
        return render_to_string("assess/partner_body.html", _context(partner, scores, dollars))

    return computed(key, make)


def _context(partner: Partner, scores: Scores, dollars: str) -> dict[str, Any]:
    year = scores.year
    row = scores.row(partner.id) if partner.id in scores.partners else None
    memberships = ties(partner.id, year)
    return {
        "partner": partner,
        "year": year,
        "dollars": dollars,
        "scores": scores,
        "stands": _standing(scores, row) if row is not None and scores.rank[row] else None,
        "flags": scores.flags[row] if row is not None else (),
        **score_figures(scores, partner),
        **series_figures(partner, dollars),
        "money_facts": _money(partner, year),
        "ties": memberships,
        "now": [tie for tie in memberships if tie.now],
        "posture": posture(panel(), partner.id, year),
        "gaps": gaps(panel(), scores, row) if row is not None else [],
        "carried": partners().continuity(partner.id, year),
        "sources": manifest().sources,
    }


def _standing(scores: Scores, row: int) -> Mapping[str, Any]:
    intervals = intervals_of(scores.year)
    here = next(r for r in intervals.rows() if r["partner"] == scores.partners[row])
    return {
        "score": float(scores.overall[row]),
        "rank": int(scores.rank[row]),
        "of": len(scores.order),
        "span": rank_span(here["rank_q05"], here["rank_q95"]),
        "draws": intervals.draws.draws,
        "coverage": float(scores.overall_coverage[row]),
    }


def _money(partner: Partner, year: int) -> Mapping[str, Any]:
    """Priority, mean funding and the label of matching, as far as they are known."""
    priorities = priorities_of(year)
    found: dict[str, Any] = {
        "priority": priorities.figures.get(partner.id),
        "priority_about": priorities.about,
    }
    try:
        funding = funding_of(panel(), year)
        found |= {"amount": funding.amounts.get(partner.id), "funding": funding}
        matches = matched(year).matches
    except ComityError as refusal:
        return {**found, "why_not": str(refusal)}
    for line in matches.rows():
        if line["partner"] == partner.id:
            return {**found, "match": line}
    left = [text for text in matches.left_out if text.startswith(f"{partner.name}: ")]
    return {**found, "why_not": left[0] if left else f"{partner.name} is not among the states."}
