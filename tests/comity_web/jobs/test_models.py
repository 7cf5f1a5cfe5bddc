import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from comity_web.jobs.models import Job


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"state": "done"}, "job_end_is_whole"),
        ({"ended_at": timezone.now()}, "job_end_is_whole"),
        ({"done": 3, "total": 2}, "job_progress_within_total"),
        ({"state": "failed", "ended_at": timezone.now()}, "job_failure_has_reason"),
    ],
)
def test_the_database_refuses_half_a_job(queued, fields, rule):
    job = queued()
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Job.objects.filter(pk=job.pk).update(**fields)


def test_it_says_what_it_is_and_is_a_draft(queued):
    job = queued()
    assert str(job) == "Count"
    assert not job.published
    assert job.share == 0
    assert job.folder.is_dir()
