from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.methods import qca_cover_search
from comity.methods.qca_cover_search import Chart, bits
from comity.terms.errors import InputError

ROWS = 7


@settings(max_examples=300)
@given(st.sets(st.integers(1, (1 << ROWS) - 1), min_size=1, max_size=11))
def test_every_smallest_cover_and_no_other(patterns):
    """Against trying all sets of patterns."""
    chart = Chart(tuple(sorted(patterns)), ROWS)
    everything = (1 << ROWS) - 1
    for size in range(1, ROWS + 1):
        expected = set()
        for chosen in combinations(range(len(patterns)), size):
            joined = 0
            for i in chosen:
                joined |= chart.patterns[i]
            if joined == everything:
                expected.add(chosen)
        if expected:
            found = chart.smallest_covers()
            assert len(found) == len(expected)
            assert {tuple(sorted(cover)) for cover in found} == expected
            return
    with pytest.raises(InputError, match="covered by no term"):
        chart.smallest_covers()


def test_no_rows_need_nothing():
    assert Chart((), 0).smallest_covers() == [()]


def test_bits_lowest_first():
    assert list(bits(0b1010)) == [1, 3]


def test_rows_apart_multiply():
    """Two triangles, each covered by any two of its three sides: three by three answers."""
    triangles = (0b000011, 0b000101, 0b000110, 0b011000, 0b101000, 0b110000)
    assert len(Chart(triangles, 6).smallest_covers()) == 9


def test_too_many_ties_are_refused(monkeypatch):
    monkeypatch.setattr(qca_cover_search, "MAX_FOUND", 3)
    three_by_three = (0b000011, 0b000101, 0b000110, 0b011000, 0b101000, 0b110000)
    with pytest.raises(InputError, match="models tie"):
        Chart(three_by_three, 6).smallest_covers()
