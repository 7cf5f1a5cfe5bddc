import pytest


@pytest.mark.django_db
def test_without_a_provider_there_is_no_such_page(client):
    assert client.get("/account/sign-on/sso/login/").status_code == 404
    assert client.post("/account/sign-on/sso/login/").status_code == 404
