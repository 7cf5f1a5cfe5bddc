import json

import numpy as np
import pytest

from comity.terms.errors import InputError, UnknownName
from tests.reports.small_world import small_scores


@pytest.fixture(scope="module")
def scores():
    return small_scores()


def test_rows_are_best_first_and_unscored_last(scores):
    rows = scores.rows()
    ranks = [row["rank"] for row in rows if row["rank"]]
    assert ranks == sorted(ranks)
    assert all(row["rank"] is None for row in rows[len(ranks) :])
    assert len(rows) == len(scores.partners)


def test_names_find_rows(scores):
    assert scores.row("Kenya") == scores.row("KEN") == scores.partners.index("KEN")
    with pytest.raises(InputError, match="not among"):
        scores.row("France")
    with pytest.raises(UnknownName):
        scores.row("Atlantis")


def test_flags_say_what_rests_on_little(scores):
    thin = scores.flags[scores.row("XKX")]
    assert any("observed" in flag for flag in thin)
    for flags, coverage in zip(scores.flags, scores.coverage, strict=True):
        assert bool([f for f in flags if "not scored" not in f]) == bool((coverage < 0.6).any())


def test_frame_and_dict_carry_the_same(scores):
    frame = scores.to_frame()
    plain = scores.to_dict()
    assert frame["partner"].tolist() == [row["partner"] for row in plain["partners"]]
    assert plain["status"] == "Comity default"
    assert plain["provenance"]["recipe"].startswith("small ")
    json.dumps(plain)


def test_it_prints_well(scores):
    assert repr(scores).startswith("<Scores small 2022: ")


def test_convenience_calls_reach_the_engines(scores):
    assert scores.tornado("KEN").partner == "KEN"
    assert scores.smallest_swap("KEN", "GHA").before.keys() == {"institutions", "means", "ties"}
    drawn = scores.rank_intervals(draws=64, seed=1, pairs=[("Kenya", "GHA")])
    assert 0 <= drawn.outranks("KEN", "GHA") <= 1
    assert not np.isnan(scores.explain("KEN").score)
