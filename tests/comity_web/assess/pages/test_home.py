import pytest


def test_it_shows_the_question_of_its_address(signed_in):
    page = signed_in("vera").get("/?layer=funding&group=AFRICOM&year=2019")
    text = page.content.decode()
    assert "US funding: US Africa Command" in text
    assert '<option value="AFRICOM" selected>' in text
    assert 'value="funding" checked' in text
    assert "Mismatches that matter" in text
    assert "What changed since 2018" in text
    assert "ILLUSTRATIVE" in text


def test_its_script_gets_only_what_depends_on_the_question(signed_in):
    client = signed_in("vera")
    whole, part = (
        client.get("/?group=AFRICOM&year=2019", headers=headers)
        for headers in ({}, {"HX-Request": "true"})
    )
    assert "<html" in whole.content.decode()
    text = part.content.decode()
    assert "<html" not in text
    assert 'id="told"' in text
    assert 'id="map-words"' in text
    assert "HX-Request" in part["Vary"]


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("year=1800", 400, "outside the panel"),
        ("layer=x", 404, "no layer"),
        ("group=AFRICON", 404, "Did you mean"),
    ],
)
def test_a_wrong_address_is_refused_in_one_sentence(signed_in, query, status, said):
    page = signed_in("vera").get(f"/?{query}")
    assert page.status_code == status
    assert said in page.content.decode()


def test_own_groups_can_be_chosen(signed_in, people):
    from comity_web.world.actions import create_group

    create_group("Horn", members=["ETH", "KEN"], by=people["petra"], title="The Horn")
    text = signed_in("vera").get("/?group=HORN").content.decode()
    assert '<option value="HORN" selected>The Horn' in text
    assert "Ethiopia" in text
    assert 'href="/partners/GHA/"' not in text


def test_reading_it_again_asks_the_database_little(signed_in, django_assert_max_num_queries):
    client = signed_in("vera")
    client.get("/?group=AFRICOM")
    with django_assert_max_num_queries(8):
        client.get("/?group=AFRICOM")
