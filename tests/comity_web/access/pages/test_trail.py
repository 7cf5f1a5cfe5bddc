from comity_web.access.actions import change_settings, grant_role
from comity_web.access.scope import Scope


def test_a_line_says_who_what_from_what_and_why(signed_in, people):
    change_settings({"banner": "DRILL"}, by=people["ada"], expected=2, reason="exercise")
    text = signed_in("ada").get("/people/trail/").content.decode()
    assert "ada changed the site&#x27;s settings" in text
    assert "UNCLASSIFIED → DRILL" in text
    assert "exercise" in text


def test_filters_keep_what_was_asked_for(signed_in, people):
    grant_role(people["vera"], "planner", Scope.parse("Kenya"), by=people["ada"])
    client = signed_in("ada")
    text = client.get("/people/trail/?kind=membership.granted&scope=ken").content.decode()
    assert "ada made vera planner, KEN" in text
    assert "made the account" not in text
    assert "No line matches" in client.get("/people/trail/?actor=nobody-here").content.decode()
    assert "No line matches" in client.get("/people/trail/?until=2001-01-01").content.decode()
    assert "ada made vera" in client.get("/people/trail/?since=2001-01-01").content.decode()


def test_a_filter_that_makes_no_sense_is_said_at_its_field(signed_in):
    text = signed_in("ada").get("/people/trail/?since=yesterday").content.decode()
    assert "Enter a valid date" in text


def test_pages_follow_one_another(signed_in, people):
    for number in range(60):
        change_settings({"banner": f"B{number}"}, by="tests", expected=2 + number)
    client = signed_in("ada")
    first = client.get("/people/trail/?kind=site.settings_changed").content.decode()
    assert "Page 1 of 2" in first
    second = client.get("/people/trail/?kind=site.settings_changed&page=2").content.decode()
    assert "B5 → B6" in second
    assert "B48 → B49" not in second
    assert (
        "Page 2 of 2"
        in client.get("/people/trail/?kind=site.settings_changed&page=900").content.decode()
    )
