import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from comity.methods.qca_primes import prime_implicants
from comity.methods.qca_term import Term


def partition(k):
    return st.lists(st.sampled_from("+-?"), min_size=1 << k, max_size=1 << k)


@given(partition(3))
def test_exactly_the_terms_that_cannot_be_shortened(marks):
    """Against trying all 27 terms of three conditions."""
    k = 3
    positive = [i for i, m in enumerate(marks) if m == "+"]
    forbidden = [i for i, m in enumerate(marks) if m == "-"]
    found = {p.term: p.covers for p in prime_implicants(positive, np.array(forbidden, int), k)}
    terms = [Term(c, v) for c in range(8) for v in range(8) if v & ~c == 0]
    good = [t for t in terms if not any(t.covers(row) for row in forbidden)]
    wider = {
        t: any(o != t and t.care & o.care == o.care and t.value & o.care == o.value for o in good)
        for t in good
    }
    expected = {
        t: sum(1 << i for i, row in enumerate(positive) if t.covers(row))
        for t in good
        if not wider[t] and any(t.covers(row) for row in positive)
    }
    assert found == expected


def test_more_than_sixty_four_positive_rows():
    """Seven conditions, positive wherever the first is there."""
    positive, forbidden = list(range(64, 128)), np.arange(64)
    assert [p.term.text("ABCDEFG") for p in prime_implicants(positive, forbidden, 7)] == ["A"]
    many = [*range(1, 64), *range(65, 128)]
    primes = prime_implicants(many, np.array([0, 64]), 7)
    assert [p.term.text("ABCDEFG") for p in primes] == list("BCDEFG")
    assert sum(p.covers.bit_count() for p in primes) == 6 * 64
