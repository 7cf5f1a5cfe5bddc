import pytest

from comity_web.access.actions import change_settings
from comity_web.access.models import AuditEvent, SiteSettings
from comity_web.access.saving import EditConflict, save_changes


def test_a_save_counts_and_leaves_a_trace(people):
    settings = SiteSettings.objects.get()
    before = AuditEvent.objects.count()
    assert save_changes(
        settings,
        {"banner": "TRAINING"},
        by=people["ada"],
        expected=2,
        action="site.changed",
        reason="drill",
    )
    assert (settings.banner, settings.version) == ("TRAINING", 3)
    event = AuditEvent.objects.first()
    assert (event.actor, event.before, event.after, event.reason) == (
        "ada",
        {"banner": "UNCLASSIFIED"},
        {"banner": "TRAINING"},
        "drill",
    )
    assert AuditEvent.objects.count() == before + 1


def test_the_second_of_two_editors_is_told_and_nothing_is_written(people):
    change_settings({"banner": "A"}, by=people["ada"], expected=2)
    with pytest.raises(EditConflict, match="version 2, it is now version 3") as caught:
        change_settings({"banner": "B"}, by=people["ada"], expected=2)
    assert SiteSettings.objects.get().banner == "A"
    assert caught.value.yours == {"banner": "B"}
    assert caught.value.theirs.banner == "A"


def test_nothing_is_written_where_nothing_differs(people):
    settings = SiteSettings.objects.get()
    before = AuditEvent.objects.count()
    assert not save_changes(
        settings, {"banner": "UNCLASSIFIED"}, by=people["ada"], expected=2, action="x"
    )
    assert SiteSettings.objects.get().version == 2
    assert AuditEvent.objects.count() == before
