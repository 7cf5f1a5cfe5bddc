import re

import pytest

from comity_web.api.models import ApiToken
from tests.comity_web.calling import Program

FORM = {"name": "weekly briefing", "days": "30"}


def made(client, **changes):
    answer = client.post("/api/tokens/", FORM | changes)
    found = re.search(r'id="secret">(comity_[\w-]+)<', answer.content.decode())
    return answer, found and found[1]


def test_a_token_is_shown_once_and_works(signed_in):
    client = signed_in("vera")
    answer, secret = made(client)
    assert answer["Cache-Control"] == "no-store"
    assert Program({"Authorization": f"Bearer {secret}"}).get("/me")["reads_only"] is True
    later = client.get("/api/tokens/").content.decode()
    assert "weekly briefing" in later
    assert secret not in later


def test_a_token_may_write_only_where_that_was_ticked(signed_in):
    client = signed_in("petra")
    _, secret = made(client)
    reader = Program({"Authorization": f"Bearer {secret}"})
    assert "may only read" in reader.send("POST", "/scenarios", {"name": "Mine"}, 403)["detail"]
    _, secret = made(client, may_write="on")
    writer = Program({"Authorization": f"Bearer {secret}"})
    assert writer.send("POST", "/scenarios", {"name": "Mine"}, 201)["name"] == "Mine"


@pytest.mark.parametrize("wrong", [{"name": ""}, {"days": "0"}, {"days": "9999"}])
def test_a_wrong_form_makes_no_token_and_says_why(signed_in, wrong):
    answer, secret = made(signed_in("vera"), **wrong)
    assert secret is None
    assert 'role="alert"' in answer.content.decode()
    assert not ApiToken.objects.exists()


def test_one_ends_ones_own_tokens_and_nobody_elses(signed_in):
    client = signed_in("vera")
    _, secret = made(client)
    token = ApiToken.objects.get()
    assert signed_in("petra").post(f"/api/tokens/{token.pk}/revoke/").status_code == 404
    assert signed_in("vera").post(f"/api/tokens/{token.pk}/revoke/").status_code == 302
    Program({"Authorization": f"Bearer {secret}"}).get("/me", 401)
    assert "revoked" in client.get("/api/tokens/").content.decode()
