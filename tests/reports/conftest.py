"""Scores, intervals and matches of the small invented world, made once."""

import pytest

from comity.assess.matching import Matches
from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from tests.reports.small_world import PARTNERS, small_scores


@pytest.fixture(scope="session")
def scores() -> Scores:
    return small_scores()


@pytest.fixture(scope="session")
def intervals(scores: Scores) -> RankIntervals:
    return scores.rank_intervals(200, 3, keep=True)


@pytest.fixture(scope="session")
def matches(scores: Scores, intervals: RankIntervals) -> Matches:
    priority = {p: float(i % 7) for i, p in enumerate(PARTNERS)}
    funding = {p: float((i * 37) % 101) * 1e5 for i, p in enumerate(PARTNERS) if p != "KOR"}
    funding["ZMB"] = -2.5e4
    return scores.match(priority, funding, intervals=intervals)
