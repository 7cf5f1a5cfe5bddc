from types import SimpleNamespace

from comity_web.access.permissions import Permission
from comity_web.site import menu
from comity_web.site.menu import Entry, entries, menu_for


def request(user, path="/"):
    return SimpleNamespace(user=user, path=path)


def shown(groups):
    return {entry["title"] for group in groups for entry in group["entries"]}


def test_shortcut_letters_are_taken_once():
    letters = [entry.key for entry in entries() if entry.key]
    assert len({*letters, "h", "m"}) == len(letters) + 2


def test_who_may_do_nothing_has_no_menu(people):
    assert menu_for(request(people["nina"])) == []


def test_an_entry_needs_its_permission(people, monkeypatch):
    mine = (Entry("Both", "home", "A"), Entry("Few", "my-account", "A", Permission.MANAGE_SITE))
    monkeypatch.setattr(menu, "entries", lambda: mine)
    assert shown(menu_for(request(people["ada"]))) == {"Both", "Few"}
    assert shown(menu_for(request(people["vera"]))) == {"Both"}


def test_of_two_entries_above_a_page_the_nearer_is_marked(people, monkeypatch):
    mine = (Entry("Start", "home", "A"), Entry("Me", "my-account", "B"))
    monkeypatch.setattr(menu, "entries", lambda: mine)
    groups = menu_for(request(people["vera"], "/people/me/history/"))
    assert [(group["title"], group["here"]) for group in groups] == [("A", False), ("B", True)]


def test_headings_stand_in_the_order_of_the_work_and_a_new_one_before_the_last(people, monkeypatch):
    names = ("Site", "New", "Law", "Assess")
    mine = tuple(Entry(name, "home", name, order=at) for at, name in enumerate(names))
    monkeypatch.setattr(menu, "entries", lambda: mine)
    groups = menu_for(request(people["vera"]))
    assert [group["title"] for group in groups] == ["Assess", "Law", "New", "Site"]
