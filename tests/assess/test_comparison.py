import json

import numpy as np
import pytest
from scipy.stats import spearmanr

from comity.assess.comparison import compare
from comity.terms.errors import InputError
from tests.reports.small_world import PARTNERS, small_model, small_panel, small_scores


def test_dropping_a_source_says_which_and_who_moved():
    before = small_scores()
    gone = ["test.rule", "test.votes", "test.aid"]
    after = small_model().without(gone).score(small_panel(), year=2022, partners=PARTNERS)
    found = compare(before, after)
    assert set(found.dropped) == set(gone)
    moves = {m.partner: m for m in found.moves}
    assert any(m.moved for m in found.moves)
    widths = [abs(m.moved) for m in found.moves]
    assert widths == sorted(widths, reverse=True)
    both = sorted(moves)
    old = [before.overall[before.row(p)] for p in both]
    new = [after.overall[after.row(p)] for p in both]
    assert found.correlation == pytest.approx(spearmanr(old, new).statistic)
    m = moves["KEN"]
    assert m.rank_before == 1 + sum(x > old[both.index("KEN")] for x in old)
    assert m.score_after == new[both.index("KEN")]


def test_the_same_scores_do_not_move():
    found = compare(small_scores(), small_scores())
    assert all(m.moved == 0 and m.mainly == "" for m in found.moves)
    assert found.correlation == pytest.approx(1.0)
    json.dumps(found.to_dict())


def test_partners_in_only_one_are_named():
    before = small_scores()
    after = small_model().score(small_panel(), year=2022, partners=PARTNERS[:10])
    found = compare(before, after)
    assert "Zambia" in found.left_out
    np.testing.assert_array_equal(
        sorted(m.rank_before for m in found.moves), np.arange(1, len(found.moves) + 1)
    )


def test_nothing_in_common():
    before = small_model().score(small_panel(), year=2022, partners=("KEN", "GHA"))
    after = small_model().score(small_panel(), year=2022, partners=("POL", "DEU"))
    with pytest.raises(InputError, match="nothing to compare"):
        compare(before, after)
