import pytest


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["signup/", "email/", "password/reset/", "password/set/", "sign-on/signup/"]
)
def test_what_needs_email_or_a_visitors_account_says_who_helps_instead(client, address):
    response = client.get(f"/account/{address}")
    assert response.status_code == 404
    assert "administrator can make you an account" in response.content.decode()


@pytest.mark.django_db
def test_nobody_signs_up_by_posting(client):
    answer = client.post("/account/signup/", {"username": "mallory", "password1": "x"})
    assert answer.status_code == 404
