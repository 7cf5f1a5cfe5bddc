"""Funding set against priority and propensity, for pages."""

from dataclasses import dataclass, replace

from comity.assess.funding import SELF_PAYING_BELOW, Funding, funding_of, self_paying
from comity.assess.matching import Matches
from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity_web.assess.priorities import Priorities, priorities_of
from comity_web.assess.scored import DRAWS, SEED, scores_of
from comity_web.site.computed import computed
from comity_web.world.evidence import panel
from comity_web.world.groups import own_members


@dataclass(frozen=True, slots=True)
class Matched:
    """Matches, and what they are made of.

    Parameters
    ----------
    matches
        The answer.
    funding
        Where the money comes from.
    about
        What a reader must know, one sentence each.
    """

    matches: Matches
    funding: Funding
    about: tuple[str, ...]


def matched(year: int, group: str | None = None) -> Matched:
    """Match with the certainty of each label.

    Raises
    ------
    DataMissing
        If there is no funding for the year.
    InputError
        If fewer than two partners can be compared.
    """
    priorities = priorities_of(year, group)
    asked = (year, group, own_members(group), priorities.stamp, DRAWS, SEED)
    scores = scores_of(year, group)
    key = ("matched", scores.model.digest, scores.provenance.data, *asked)

    def make() -> Matched:
        # The draws are needed for certainty only and are large, so they are not kept.
        drawn = scores.rank_intervals(draws=DRAWS, seed=SEED, keep=True)
        return match_now(scores, priorities, funding_of(panel(), year), intervals=drawn)

    return computed(key, make)


def match_now(
    scores: Scores,
    priorities: Priorities,
    funding: Funding,
    *,
    intervals: RankIntervals | None = None,
) -> Matched:
    """Match without keeping the answer; without intervals labels carry no certainty."""
    amounts = {p: funding.amounts[p] for p in scores.partners if p in funding.amounts}
    gone = {p: why for p, why in self_paying(amounts, scores.year).items() if p in scores.partners}
    matches = scores.match(priorities.figures, amounts, intervals=intervals, leave_out=gone)
    first, last = funding.years
    series = " + ".join(funding.series)
    money = f"Funding: {series}, yearly mean FY{first}-{last}, {funding.unit}. {funding.note}"
    said = [priorities.about, money]
    if gone:
        said.append(
            f"{len(gone)} partners of high income get under US$ {SELF_PAYING_BELOW:,.0f} a year and "
            "are not compared; that they pay for themselves is a Comity default."
        )
    return Matched(matches, replace(funding, amounts=amounts), tuple(said))
