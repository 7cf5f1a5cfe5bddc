import numpy as np
import pytest

from comity_web.assess.outranking import outranks
from comity_web.assess.scored import DRAWS, SEED, scores_of


def test_every_pair_agrees_with_the_librarys_own_count(db):
    place, table = outranks(2015)
    wanted = [("KEN", "UGA"), ("POL", "NOR"), ("MEX", "COL")]
    drawn = scores_of(2015).rank_intervals(draws=DRAWS, seed=SEED, pairs=wanted)
    for a, b in wanted:
        assert table[place[a], place[b]] == pytest.approx(drawn.outranks(a, b))


def test_two_probabilities_of_a_pair_are_one(db):
    _, table = outranks(2015)
    assert np.allclose(table + table.T, 1.0)
