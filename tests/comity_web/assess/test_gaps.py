import numpy as np

from comity_web.assess.gaps import OLD, gaps
from comity_web.assess.scored import scores_of
from comity_web.world.evidence import panel


def test_what_is_missing_and_what_is_old_is_all_there_is(db):
    scores = scores_of(2022)
    row = scores.row("CUB")
    found = {gap.indicator: gap for gap in gaps(panel(), scores, row)}
    for j, use in enumerate(scores.model.uses):
        missing = np.isnan(scores.snapshot.values[row, j])
        age = scores.year - scores.snapshot.observed[row, j]
        assert (use.id in found) == bool(missing or age >= OLD), use.id
        if use.id in found:
            assert found[use.id].counts == (not missing)


def test_missing_comes_before_old(db):
    scores = scores_of(2022)
    counts = [gap.counts for gap in gaps(panel(), scores, scores.row("PRK"))]
    assert counts == sorted(counts)
    assert not counts[0]


def test_it_says_what_a_gap_does_to_the_score(db):
    scores = scores_of(2022)
    row = scores.row("PRK")
    for gap in gaps(panel(), scores, row):
        k = [c.label for c in scores.model.constructs].index(gap.construct)
        if gap.counts:
            assert gap.does == "Counts, though old."
        elif np.isnan(scores.constructs[row, k]):
            assert "left out of the score" in gap.does
        else:
            assert "goes to the rest of" in gap.does
