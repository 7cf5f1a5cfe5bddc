from comity_web.assess.actions import set_archived
from tests.comity_web.assess.scenes import make_agreed, make_scenario


def test_each_sees_what_they_may_read(people, signed_in):
    make_scenario(people["petra"], name="Draft of Petra")
    make_agreed(people, name="Agreed one")
    page = signed_in("vera").get("/scenarios/").content.decode()
    assert "Agreed one" in page
    assert "Draft of Petra" not in page
    assert "Draft of Petra" in signed_in("pablo").get("/scenarios/").content.decode()


def test_filters_by_status_and_archive(people, signed_in):
    draft = make_scenario(people["petra"], name="Draft of Petra")
    make_agreed(people, name="Agreed one")
    client = signed_in("petra")
    assert "Draft of Petra" not in client.get("/scenarios/?status=agreed").content.decode()
    set_archived(draft, True, by=people["petra"], expected=1)
    assert "Draft of Petra" not in client.get("/scenarios/").content.decode()
    assert "Draft of Petra" in client.get("/scenarios/?archived=1").content.decode()


def test_empty_says_what_to_do(signed_in):
    page = signed_in("vera").get("/scenarios/").content.decode()
    assert "No scenario here" in page
    assert "Open the studio" in page


def test_the_list_asks_the_database_as_often_for_many(
    people, signed_in, django_assert_max_num_queries
):
    for number in range(6):
        make_scenario(people["petra"], name=f"Scenario {number}")
    client = signed_in("petra")
    with django_assert_max_num_queries(7):
        client.get("/scenarios/")
