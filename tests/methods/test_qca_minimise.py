import numpy as np
import pytest

from comity.methods.qca_minimise import minimal_covers
from comity.methods.qca_primes import Prime, prime_implicants
from comity.methods.qca_term import parse_term


def models(positive, forbidden, k, **options):
    primes = prime_implicants(positive, np.array(forbidden), k)
    covers = minimal_covers(primes, len(positive), **options)
    return [[t.text("ABCD"[:k]) for t in model] for model in covers.models], covers.tied


def test_the_cycle_of_six_has_two_models():
    """The textbook cyclic table, minterms 0 1 2 5 6 7: six primes, two models of three terms."""
    found, tied = models([0, 1, 2, 5, 6, 7], [3, 4], 3)
    assert tied == 2
    assert found == [["~A*~B", "A*C", "B*~C"], ["A*B", "~A*~C", "~B*C"]]


def test_terms_that_cover_the_same_rows_are_all_listed():
    found, tied = models([0b11], [0b00], 2)
    assert found == [["A"], ["B"]]
    assert tied == 2


def test_ties_beyond_the_limit_are_counted():
    found, tied = models([0b1111], [0], 4, limit=3)
    assert len(found) == 3
    assert tied == 4


def test_order_of_models_is_that_of_their_terms():
    primes = [Prime(parse_term(t, "ABC"), 1) for t in ("C", "B*C", "A")]
    covers = minimal_covers(primes, 1)
    assert [m[0].text("ABC") for m in covers.models] == ["A", "C", "B*C"]


@pytest.mark.parametrize("seed", range(3))
def test_a_table_as_large_as_the_study_of_29_cases_takes_no_time(seed):
    """R's QCA takes about half a second on 29 cases by 10 conditions."""
    from time import perf_counter

    random = np.random.default_rng(seed)
    corners = random.choice(1024, 29, replace=False)
    began = perf_counter()
    primes = prime_implicants(corners[:6].tolist(), corners[6:], 10)
    assert minimal_covers(primes, 6).tied >= 1
    assert perf_counter() - began < 0.4
