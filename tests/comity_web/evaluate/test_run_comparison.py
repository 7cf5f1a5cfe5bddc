from dataclasses import replace

import pytest

from comity.evaluate.ready_result import Verdict
from comity.terms.errors import InputError
from comity_web.evaluate.run_comparison import compare_runs
from comity_web.evaluate.run_files import kept


def test_two_seeds_differ_in_the_seed_and_not_in_the_estimates(finished):
    first, second = finished(1), finished(2)
    found = compare_runs((first, kept(first)), (second, kept(second)))
    assert found.asked == (("Seed", "1", "2"),)
    assert [pair.either.finding.id for pair in found.pairs] == ["more", "coups"]
    assert found.pairs[0].change == 0
    assert found.pairs[1].change != found.pairs[1].change


def test_a_verdict_that_changed_and_a_finding_that_is_new_are_seen(finished):
    job = finished()
    one = kept(job)
    changed = replace(one.result.findings[0], verdict=Verdict.DESCRIBED)
    other = replace(one, result=replace(one.result, findings=(changed,)))
    found = compare_runs((job, one), (job, other))
    assert [pair.verdict_changed for pair in found.pairs] == [True, True]
    assert found.changed == 2
    assert found.pairs[1].second is None
    assert found.pairs[1].either.finding.id == "coups"


def test_runs_of_different_studies_are_not_compared(finished):
    job = finished()
    one = kept(job)
    other = replace(one, result=replace(one.result, study="another"))
    with pytest.raises(InputError, match="different studies"):
        compare_runs((job, one), (job, other))
