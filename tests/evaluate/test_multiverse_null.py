import numpy as np
import pytest

from comity.evaluate.multiverse_null import chosen_numbers, null_tests
from comity.evaluate.study import Outcome
from comity.terms.errors import InputError
from tests.evaluate.small_study import made, planted_table, small_study

SMALL = {"samples": {"all": ""}, "errors": ("unit",), "absorbed": ("unit + year",)}


def test_a_planted_curve_is_found():
    study = small_study(**SMALL, treatments=(small_study().treatments[0],))
    found = null_tests(*made(study), permutations=99)
    assert [round(found[at].p_value, 2) for at in (0, 2)] == [0.01] * 2
    assert found[1].p_value <= 0.1  # a share of four specifications has many ties
    assert found[0].observed == pytest.approx(0.5, abs=0.15)
    assert found[0].median_under_null < 0.1
    assert found[0].to_dict()["permutations"] == 99


def test_threads_and_interactions_do_not_change_the_answer():
    study = small_study(**SMALL, moderators=("none", "big"), weights=("w",))
    one = null_tests(*made(study), permutations=19, seed=3)
    two = null_tests(*made(study), permutations=19, seed=3, threads=2)
    assert one == two


@pytest.mark.slow
def test_p_values_are_uniform_where_the_treatment_is_permuted():
    """Nothing is planted: over 120 panels the p-value of each statistic is uniform."""
    from scipy import stats

    study = small_study(**SMALL)
    found = np.array(
        [
            [
                test.p_value
                for test in null_tests(
                    *made(study, planted_table(seed, size=0.0)), permutations=39, seed=seed
                )
            ]
            for seed in range(120)
        ]
    )
    for p in (found[:, 0], found[:, 2]):
        assert stats.kstest(p, "uniform").pvalue > 0.001
        assert abs((p <= 0.1).mean() - 0.1) < 0.07
    # A share over few specifications has many ties, which make its p-value too large, not small.
    assert (found[:, 1] <= 0.1).mean() < 0.17


def test_only_linear_models_can_be_tested():
    study = small_study(outcomes=(Outcome("count"),), estimators=("poisson",))
    with pytest.raises(InputError, match="linear models"):
        null_tests(*made(study), permutations=19)


def test_many_specifications_are_thinned_by_seed():
    assert chosen_numbers(10, 20, 1).tolist() == list(range(10))
    some = chosen_numbers(10**9, 50, 1)
    assert len(some) == 50
    assert np.array_equal(some, chosen_numbers(10**9, 50, 1))
    assert not np.array_equal(some, chosen_numbers(10**9, 50, 2))
