import pytest

from comity_web.access.models import AuditEvent
from comity_web.assess.models import Scenario
from comity_web.site import demonstrating as module
from comity_web.site.demonstrating import (
    add_if_asked,
    ask_for_demonstration,
    take_up_again,
    waiting,
)


def test_nothing_is_added_unless_it_is_wanted(db):
    assert not add_if_asked()
    assert not waiting()


def test_it_is_added_once_and_says_that_it_is_invented(db):
    ask_for_demonstration()
    assert waiting()
    assert add_if_asked()
    assert not add_if_asked()
    assert not waiting()
    assert Scenario.objects.exists()
    assert all("nvented" in scenario.name + scenario.note for scenario in Scenario.objects.all())
    assert AuditEvent.objects.filter(target_kind="scenario").exists()


def test_a_server_that_died_while_adding_added_nothing_and_begins_again(db, monkeypatch):
    ask_for_demonstration()
    with monkeypatch.context() as broken:
        broken.setattr(module, "find_spec", lambda name: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            add_if_asked()
    assert not add_if_asked()
    take_up_again()
    assert waiting()
