import os

from django.core.management import call_command

from comity_web.jobs.claiming import claim_next
from comity_web.jobs.management.commands import run_job as module


def test_it_does_one_claimed_job(queued, monkeypatch):
    monkeypatch.setattr(module, "_watch", lambda parent, job: None)
    queued(to=2)
    job = claim_next()
    call_command("run_job", job.pk)
    job.refresh_from_db()
    assert job.state == "done"


def test_it_ends_with_the_server(monkeypatch):
    ended = []
    monkeypatch.setattr(module, "seen", lambda job: None)
    monkeypatch.setattr(os, "kill", lambda pid, how: ended.append(pid))
    module._watch(os.getppid() + 1, 1)
    assert ended == [os.getpid()]
