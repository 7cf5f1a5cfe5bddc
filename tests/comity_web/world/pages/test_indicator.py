import pytest


def test_it_says_what_it_means_and_its_values(signed_in):
    text = signed_in("vera").get("/data/indicators/wgi.rule_of_law/?year=2015").content.decode()
    assert "latest value by 2015" in text
    assert "standard normal units" in text
    assert 'href="/partners/KEN/"' in text
    assert 'href="/data/indicators/wgi.rule_of_law/figures.csv"' in text


def test_a_derived_one_leads_to_what_it_is_computed_from(signed_in):
    text = signed_in("vera").get("/data/indicators/relationship.imet_years_10/").content.decode()
    assert 'href="/data/indicators/greenbook.imet/"' in text


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("no.such/", 404, "no indicator"),
        ("wgi.rule_of_law/?year=1950", 400, "has values from 1996"),
        ("wgi.rule_of_law/?year=x", 400, "has values from 1996"),
        ("troops.active_duty/", 400, "comity world import troops"),
    ],
)
def test_what_is_not_there_is_refused(signed_in, address, status, said):
    page = signed_in("vera").get(f"/data/indicators/{address}")
    assert page.status_code == status
    assert said in page.content.decode()
