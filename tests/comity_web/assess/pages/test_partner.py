import pytest


def test_it_shows_a_partner(signed_in):
    text = signed_in("vera").get("/partners/KEN/?year=2019&dollars=current").content.decode()
    assert "<h1>Kenya" in text
    assert "current US$" in text
    assert 'id="money"' in text
    assert "Most in " in text


@pytest.mark.parametrize("name", ["ken", "Kenya", "KE"])
def test_any_other_name_leads_to_the_code(signed_in, name):
    assert signed_in("vera").get(f"/partners/{name}/")["Location"] == "/partners/KEN/"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/partners/Kenia-land/", 404),
        ("/partners/KEN/?year=1700", 400),
        ("/partners/KEN/?dollars=x", 404),
    ],
)
def test_what_is_not_there_is_refused(signed_in, address, status):
    assert signed_in("vera").get(address).status_code == status
