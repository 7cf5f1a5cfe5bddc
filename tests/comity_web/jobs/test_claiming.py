from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from comity_web.jobs.claiming import LOST_AFTER, claim_next, report, requeue_lost, seen
from comity_web.jobs.models import Job


def test_the_oldest_comes_first_and_one_runs_at_a_time(queued):
    first, second = queued(), queued()
    assert claim_next() == first
    assert claim_next() is None
    Job.objects.filter(pk=first.pk).update(state="done", ended_at=timezone.now())
    assert claim_next() == second


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_only_one_gets_a_job(queued):
    job = queued()

    def claim(_):
        try:
            return claim_next()
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        taken = [found for found in pool.map(claim, range(12)) if found is not None]
    assert taken == [job]


def test_a_job_whose_worker_died_waits_again(queued):
    job = queued()
    claim_next()
    assert requeue_lost() == 0
    Job.objects.update(seen_at=timezone.now() - LOST_AFTER - timedelta(seconds=1))
    assert requeue_lost() == 1
    job.refresh_from_db()
    assert job.state == "queued"


def test_a_job_that_was_to_stop_is_stopped_when_its_worker_died(queued):
    job = queued()
    claim_next()
    Job.objects.update(state="stopping", seen_at=timezone.now() - 2 * LOST_AFTER)
    assert requeue_lost() == 1
    job.refresh_from_db()
    assert (job.state, job.ended_at is None) == ("stopped", False)


def test_a_sign_of_life_keeps_it(queued):
    job = queued()
    claim_next()
    Job.objects.update(seen_at=timezone.now() - 2 * LOST_AFTER)
    seen(job.pk)
    assert requeue_lost() == 0


def test_progress_is_written_and_says_whether_to_go_on(queued):
    job = queued()
    claim_next()
    assert report(job.pk, 2, 5, "two of five")
    job.refresh_from_db()
    assert (job.done, job.total, job.share, job.doing) == (2, 5, 40, "two of five")
    Job.objects.update(state="stopping")
    assert not report(job.pk, 3, 5, "")
