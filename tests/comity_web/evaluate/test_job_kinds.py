from comity_web.evaluate.job_kinds import KINDS
from comity_web.jobs.kinds import kinds


def test_jobs_know_both_kinds_of_study():
    assert set(KINDS) == {"ready-study", "own-study"}
    assert set(KINDS) <= set(kinds())
