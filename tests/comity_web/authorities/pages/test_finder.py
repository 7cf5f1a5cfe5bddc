import pytest

from tests.comity_web.authorities.asked import KENYA, NOTHING, PACKAGE


def ask(client, query):
    answer = client.get(f"/authorities/?{query}")
    assert answer.status_code == 200, answer.get("Location")
    return answer.content.decode()


def test_it_asks_and_offers_examples_that_are_answered(signed_in):
    client = signed_in("vera")
    page = client.get("/authorities/")
    text = page.content.decode()
    assert "Find authorities" in text
    assert "46% verified" in text
    day = page.context["example_day"]
    assert f"partner=KEN&amp;amount=5M&amp;on={day}" in text


def test_every_authority_answers_in_its_group(signed_in):
    text = ask(signed_in("vera"), KENYA)
    assert "219 of 219 records shown" in text
    assert (
        text.index("Usable with conditions <")
        < text.index("To check <")
        < text.index("Not usable <")
    )
    assert "Notify the six committees" in text
    assert '<a href="/authorities/gates/leahy/">' in text
    assert 'href="/authorities/records/T10-333/?on=2027-03-01"' in text


def test_a_facet_narrows_it_and_is_taken_out_again(signed_in):
    client = signed_in("vera")
    text = ask(client, f"{KENYA}&title=Title+10&verdict=usable+with+conditions")
    assert "of 219 records shown" in text
    assert 'id="T10-333"' in text
    assert 'id="FAA-541"' not in text
    assert "chosen; take it out" in text
    none = ask(client, f"{KENYA}&title=Title+31&verdict=usable+with+conditions")
    assert "No record fits these choices" in none


def test_nothing_usable_names_the_nearest_misses(signed_in):
    text = ask(signed_in("vera"), NOTHING)
    assert "Nothing in the catalogue is usable" in text
    assert "Nearest misses: they fit but for one point" in text
    assert "<strong>recipient</strong>: national security forces only" in text


def test_a_package_shows_sets_side_by_side(signed_in):
    text = ask(signed_in("vera"), PACKAGE)
    assert "A package of 3 parts" in text
    assert ">Smallest<" in text
    assert ">Quickest<" in text
    assert "Every authority’s answer" in text


def test_a_part_that_nobody_carries_is_named(signed_in):
    query = "activity=train&recipient=military&activity=equip&recipient=irregular&purpose=counternarcotics&on=2027-03-01"
    text = ask(signed_in("vera"), query)
    assert "Nobody carries:" in text
    assert "equip for irregular" in text


def test_an_address_is_settled_before_it_is_answered(signed_in):
    answer = signed_in("vera").get(
        "/authorities/?activity=train&recipient=military&purpose=&partner=Kenya&on=2027-03-01"
    )
    assert answer.status_code == 302
    assert (
        answer["Location"]
        == "/authorities/?activity=train&recipient=military&partner=KEN&on=2027-03-01"
    )


def test_a_mistake_is_told_at_the_form_and_the_rest_is_kept(signed_in):
    text = ask(signed_in("vera"), "activity=train&partner=KEN&on=soon&amount=5M")
    assert "is not a day of the calendar" in text
    assert '<option value="KEN" selected>' in text
    assert 'value="5M"' in text


@pytest.mark.parametrize("query", ["verdict=perhaps", "certainty=guessed"])
def test_a_facet_that_there_is_not_is_refused(signed_in, query):
    answer = signed_in("vera").get(f"/authorities/?{KENYA}&{query}")
    assert answer.status_code == 404
    assert "Known:" in answer.content.decode()


def test_it_asks_the_database_for_the_visitor_only(signed_in, django_assert_max_num_queries):
    client = signed_in("vera")
    with django_assert_max_num_queries(6):
        ask(client, KENYA)
