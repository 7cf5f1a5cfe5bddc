import pytest
from django.http import Http404

from comity_web.evaluate.queries import datasets_for, is_own, run_for, runs_for, study_scopes
from comity_web.jobs.actions import queue_job


def test_runs_are_read_by_those_who_may_read_drafts(finished, people):
    job = finished()
    assert runs_for(people["petra"]) == [job]
    assert runs_for(people["eva"], "tiny") == [job]
    assert runs_for(people["eva"], "africa") == []
    assert runs_for(people["vera"]) == []
    assert not is_own(job)
    with pytest.raises(Http404):
        run_for(people["vera"], job.pk)


def test_other_work_is_no_run(people, monkeypatch):
    monkeypatch.setattr("comity_web.jobs.actions.known_kind", lambda _: None)
    other = queue_job("count", "Count", {}, by=people["eva"])
    with pytest.raises(Http404):
        run_for(people["eva"], other.pk)


def test_tables_are_seen_within_their_scope(people, uploaded):
    wide, narrow = uploaded(), uploaded(scope="AFRICOM")
    assert datasets_for(people["eva"]) == [narrow, wide]
    assert datasets_for(people["pablo"]) == [narrow]
    assert datasets_for(people["vera"]) == []


def test_the_widest_scope_comes_first(people):
    assert [str(s) for s in study_scopes(people["eva"])] == ["everywhere"]
    assert [str(s) for s in study_scopes(people["amara"])] == ["AFRICOM"]
    assert study_scopes(people["petra"]) == []
