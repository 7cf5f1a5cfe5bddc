from threading import Event, Thread

from django.db import DatabaseError

from comity_web.jobs import background


def test_it_does_what_it_claims_and_survives_a_database_that_is_away(monkeypatch):
    stop, done = Event(), []
    answers = iter([DatabaseError("away"), "job"])

    def claim():
        found = next(answers, None)
        if isinstance(found, Exception):
            raise found
        return found

    def do(job):
        done.append(job)
        stop.set()

    monkeypatch.setattr(background, "close_old_connections", lambda: None)
    monkeypatch.setattr(background, "requeue_lost", lambda: 0)
    monkeypatch.setattr(background, "claim_next", claim)
    monkeypatch.setattr(background, "_do", do)
    worker = Thread(target=background.work, args=(stop, 0.01))
    worker.start()
    worker.join(5)
    assert done == ["job"]


def test_starting_does_not_keep_the_server_from_ending(monkeypatch):
    begun = Event()
    monkeypatch.setattr(background, "work", lambda stop: begun.set())
    background.start()
    assert begun.wait(5)
