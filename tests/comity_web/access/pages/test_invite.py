import re

from comity_web.access.models import AuditEvent, Membership, User


def test_the_one_time_password_is_shown_once_and_works(signed_in, client):
    page = signed_in("ada").post(
        "/people/new/",
        {
            "username": "nadia",
            "full_name": "Nadia Invented",
            "role": "planner",
            "scope": "KEN",
            "reason": "joins the team",
        },
    )
    text = page.content.decode()
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    password = re.search(r"data-password>([a-z0-9-]+)<", text)[1]
    user = User.objects.get(username="nadia")
    assert user.check_password(password)
    assert str(Membership.objects.get(user=user).scope) == "KEN"
    assert AuditEvent.objects.first().reason == "joins the team"
    assert password not in str(list(AuditEvent.objects.values()))


def test_a_taken_name_is_said_at_the_field(signed_in):
    page = signed_in("ada").post(
        "/people/new/", {"username": "Vera", "role": "viewer", "scope": "everywhere"}
    )
    assert "There is an account" in page.content.decode()


def test_an_administrator_of_a_command_is_offered_its_places_only(signed_in):
    client = signed_in("amara")
    text = client.get("/people/new/").content.decode()
    assert "Kenya" in text
    assert "Poland" not in text
    page = client.post(
        "/people/new/", {"username": "new", "role": "administrator", "scope": "everywhere"}
    )
    assert "Select a valid choice" in page.content.decode()
    assert not User.objects.filter(username="new").exists()
