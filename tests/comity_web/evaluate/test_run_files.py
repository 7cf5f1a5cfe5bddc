import pytest

from comity.evaluate.ready_result import Verdict
from comity.terms.errors import DataMissing, UnknownName
from comity_web.evaluate.run_files import RESULT, kept
from tests.comity_web.evaluate.made_runs import found as tiny_found


def test_a_result_comes_back_as_it_was_written(finished):
    found = kept(finished())
    result, _, studies = tiny_found(1)
    assert found.result.findings[0].headline == result.findings[0].headline
    assert found.result.specifications == result.specifications
    assert found.result.provenance == result.provenance
    assert found.studies == studies
    assert found.finding("coups").verdict is Verdict.NOT_RUN


def test_numbers_count_through_the_whole_run(finished):
    found = kept(finished())
    numbers = found.numbers("more")
    assert list(numbers) == list(range(1, 9))
    assert found.specification(3) is numbers[3]
    with pytest.raises(UnknownName, match="specification"):
        found.specification(9)
    with pytest.raises(UnknownName, match="claim"):
        found.finding("comets")


def test_the_list_of_runs_is_told_the_verdicts(finished):
    told = finished().result
    assert told["specifications"] == 8
    assert sum(told["verdicts"].values()) == 2
    assert told["verdicts"]["not run"] == 1


def test_files_that_are_gone_are_said_to_be(finished):
    job = finished()
    (job.folder / RESULT).unlink()
    with pytest.raises(DataMissing, match="run it again"):
        kept(job)
