from comity_web.access.models import AuditEvent
from comity_web.access.telling import changes, sentence, sentences


def test_a_kind_that_nobody_tells_still_reads_as_a_sentence():
    event = AuditEvent(actor="petra", action="scenario.sent_back", target_name="Baltic")
    assert sentence(event) == "petra sent back scenario Baltic"


def test_a_line_that_lacks_a_field_is_told_all_the_same():
    event = AuditEvent(actor="ada", action="membership.granted", target_name="x")
    assert sentence(event) == "ada made – –, –"


def test_every_template_can_be_filled():
    for action in sentences():
        event = AuditEvent(actor="ada", action=action, target_name="x", before={}, after={})
        assert "{" not in sentence(event)


def test_text_that_looks_like_a_template_is_text():
    event = AuditEvent(actor="{after}", action="user.signed_out", target_name="x")
    assert sentence(event) == "{after} signed out"


def test_changes_say_from_what_to_what():
    event = AuditEvent(before={"a_b": True, "c": ""}, after={"a_b": False, "c": ["x", "y"]})
    told = [(c.field, c.before, c.after) for c in changes(event)]
    assert told == [("a b", "yes", "no"), ("c", "–", "x, y")]
