"""The few sentences at the top of the start page, each with how sure it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity.reports.numbers_in_words import money, percent, rank_span
from comity.terms.errors import ComityError
from comity_web.assess.matched import Matched, matched
from comity_web.assess.scored import intervals_of, scores_of
from comity_web.assess.theatre_question import Question

_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Headline:
    """One card.

    Parameters
    ----------
    name
        What it is about.
    value
        The figure or the name in large.
    sentence
        What it means and how sure it is.
    """

    name: str
    value: str
    sentence: str


def headlines(question: Question) -> list[Headline]:
    """Return the cards for a question."""
    scores = scores_of(question.year, question.group)
    cards = []
    if len(scores.order):
        cards.append(_first(scores, intervals_of(question.year, question.group)))
    cards.append(_coverage(scores))
    try:
        found = matched(question.year, question.group)
    except ComityError as refusal:
        return [*cards, Headline("Mismatches", "–", str(refusal))]
    return [*cards, *_of_money(found)]


def _first(scores: Scores, intervals: RankIntervals) -> Headline:
    row = min(intervals.rows(), key=lambda r: r["rank"])
    widths = [r["rank_q95"] - r["rank_q05"] for r in intervals.rows()]
    span = rank_span(row["rank_q05"], row["rank_q95"])
    return Headline(
        "Highest propensity",
        row["name"],
        f"Rank 1 of {len(scores.order)}; in 90 % of {intervals.draws.draws:,} draws between {span}. "
        f"Half of all intervals are wider than {median(widths):.0f} ranks, so close ranks are not "
        "different.",
    )


def _coverage(scores: Scores) -> Headline:
    count, scored = len(scores.partners), len(scores.order)
    thin = sum(bool(f) for i, f in enumerate(scores.flags) if scores.rank[i])
    return Headline(
        "Partners scored",
        f"{scored} of {count}",
        f"{thin} of them have a construct that rests on little. Not scored means that too little is "
        "known, not that propensity is low.",
    )


def _of_money(found: Matched) -> Iterator[Headline]:
    matches, funding = found.matches, found.funding
    odd = [r for r in matches.rows() if r["label"] != "consistent"]
    sure = sum(r["certainty"] is not None and r["certainty"] >= _SURE for r in odd)
    yield Headline(
        "Mismatches",
        f"{len(odd)} of {len(matches.partners)}",
        f"Funding disagrees with priority and propensity; {sure} of them keep their label in 90 % of "
        "draws or more. A mismatch asks for a look, not for a cut.",
    )
    total = sum(x for x in funding.amounts.values() if x > 0)
    top = sum(sorted(funding.amounts.values())[-3:])
    first, last = funding.years
    share = f"{percent(top / total)} of it goes to three partners. " if total > 0 else ""
    yield Headline(
        "Funding a year",
        f"US$ {money(total)}",
        f"FY{first}-{last}, {funding.unit}. {share}{funding.note}",
    )
