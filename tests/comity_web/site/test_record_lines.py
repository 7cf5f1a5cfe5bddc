import json

from comity_web.access.models import AuditEvent
from comity_web.site.record_lines import kept_models, load_line, record_lines

LINE = {
    "model": "access.auditevent",
    "pk": 900_000,
    "fields": {
        "actor": "x",
        "action": "a.b",
        "target_kind": "k",
        "target_id": "1",
        "target_name": "n",
        "scope": "KEN",
        "before": {},
        "after": {"a": [1]},
        "reason": "",
        "at": "2020-01-02T03:04:05.678901+00:00",
    },
}


def test_every_record_is_one_line_and_moments_are_whole(people):
    load_line(json.dumps(LINE))
    event = AuditEvent.objects.get(pk=900_000)
    lines = [json.loads(line) for line in record_lines()]
    [line] = [x for x in lines if x["model"] == "access.auditevent" and x["pk"] == event.pk]
    assert line == LINE
    assert len([x for x in lines if x["model"] == "access.user"]) == len(people)


def test_a_line_brings_its_record_back_as_it_was(people):
    assert load_line(json.dumps(LINE)) == "access.auditevent"
    event = AuditEvent.objects.get(pk=900_000)
    assert event.at.isoformat() == "2020-01-02T03:04:05.678901+00:00"
    assert event.after == {"a": [1]}


def test_sessions_and_what_migrations_make_are_left_out():
    labels = {m._meta.label_lower for m in kept_models()}
    assert {"access.user", "access.auditevent", "mfa.authenticator"} <= labels
    assert not {"sessions.session", "contenttypes.contenttype", "auth.permission"} & labels
