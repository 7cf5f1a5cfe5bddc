from comity_web.access.scope import EVERYWHERE
from comity_web.assess.actions import set_priority
from comity_web.assess.models import Priority
from tests.comity_web.assess.scenes import make_priority

ADDRESS = "/board/priority/KEN/undo/?year=2022"


def test_the_last_change_is_taken_back(people, signed_in):
    make_priority(people["petra"], "KEN", 50.0)
    set_priority("KEN", 90.0, holder=EVERYWHERE, by=people["petra"], expected=1, reason="More.")
    page = signed_in("petra").post(ADDRESS, {"version": 2}, follow=True).content.decode()
    assert "The last change is undone." in page
    assert Priority.objects.get().value == 50.0


def test_nothing_is_undone_over_somebodys_head(people, signed_in):
    make_priority(people["petra"], "KEN", 50.0)
    set_priority("KEN", 90.0, holder=EVERYWHERE, by=people["ada"], expected=1, reason="More.")
    client = signed_in("petra")
    assert client.post(ADDRESS, {"version": 1}).status_code == 409
    assert signed_in("pablo").post(ADDRESS, {"version": 2}).status_code == 403
    assert Priority.objects.get().value == 90.0


def test_where_none_is_set_none_is_undone(signed_in):
    answer = signed_in("petra").post(ADDRESS, {"version": 1})
    assert answer.status_code == 400
    assert "none can be undone" in answer.content.decode()
