"""Explore: the theatre on a map, a partner's page, partners side by side, the data, own groups."""

import re

import pytest

pytestmark = pytest.mark.journey

PHONE = {"viewport": {"width": 390, "height": 844}}


def kenya(page):
    return page.locator('#map-drawing [data-partner="KEN"]')


def colour(page):
    return kenya(page).locator("path").get_attribute("fill")


def test_the_map_is_coloured_anew_in_place_and_its_words_follow(visit, look):
    page = visit("viewer")
    page.goto("/?year=2019")
    page.get_by_role("heading", name="Where is cooperation likely to work?").wait_for()
    look(page, "theatre")
    page.evaluate("window.sameDocument = true")
    before = colour(page)
    page.get_by_role("radio", name="Funding").check()
    page.get_by_role("heading", name="US funding: All partners, 2019").wait_for()
    assert colour(page) != before
    assert "layer=funding" in page.url
    assert "a year" in kenya(page).get_attribute("aria-label")
    page.get_by_label("Year, by sliding").fill("2001")
    page.get_by_role("heading", name="US funding: All partners, 2001").wait_for()
    assert "year=2001" in page.url
    assert page.evaluate("window.sameDocument") is True, "nothing was loaded anew"
    page.get_by_role("radio", name="Mismatch").check()
    page.get_by_role("heading", name=re.compile("^Mismatch of funding")).wait_for()
    look(page, "theatre-mismatch")


def test_a_year_without_money_says_so(visit):
    page = visit("viewer")
    page.goto("/?layer=funding&year=2025")
    page.get_by_text("There is no funding").first.wait_for()
    page.get_by_role("radio", name="Propensity").check()
    page.get_by_role("heading", name=re.compile("^Propensity.*2025$")).wait_for()


def test_a_command_is_chosen_and_a_country_opens_its_page(visit, look):
    page = visit("viewer")
    page.goto("/")
    page.get_by_label(re.compile("^Partners")).select_option("AFRICOM")
    page.wait_for_url(re.compile("group=AFRICOM"))
    look(page, "theatre-command")
    kenya(page).click()
    page.get_by_role("heading", name="Kenya KEN").wait_for()


def test_it_works_without_scripts(visit):
    page = visit("viewer", java_script_enabled=False)
    page.goto("/?year=2019")
    page.get_by_role("radio", name="Coverage").check()
    page.get_by_label(re.compile("^Partners")).select_option("NATO")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("heading", name=re.compile("^Coverage of the model")).wait_for()
    page.get_by_role("link", name="Poland").first.click()
    page.get_by_role("heading", name="Poland POL").wait_for()


def test_in_the_dark_and_on_a_phone(visit, look):
    page = visit("viewer", color_scheme="dark", **PHONE)
    for address, name in (
        ("/?layer=mismatch&group=AFRICOM", "theatre-phone-dark"),
        ("/partners/KEN/", "partner-phone-dark"),
        ("/compare/?partners=KEN,UGA", "compare-phone-dark"),
        ("/data/coverage/?source=wgi", "coverage-phone-dark"),
    ):
        page.goto(address)
        look(page, name)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390, f"{address} is {wide} pixels wide"


def test_a_partner_is_found_by_any_name(visit, look):
    page = visit("viewer")
    page.goto("/find/?q=korea")
    page.get_by_role("link", name="South Korea").click()
    page.get_by_role("heading", name=re.compile("KOR$")).wait_for()
    look(page, "partner")
    page.goto("/find/?q=Germny")
    page.get_by_role("link", name="Germany", exact=True).click()
    page.get_by_role("heading", name="Germany DEU").wait_for()


@pytest.mark.parametrize("code", ["KEN", "PRK", "IRQ", "NOR", "USA"])
def test_a_partner_is_printed_on_one_page(visit, code):
    import pypdfium2

    page = visit("viewer")
    page.goto(f"/partners/{code}/?year=2019")
    printed = page.pdf(format="A4", print_background=True)
    assert len(pypdfium2.PdfDocument(printed)) == 1


def test_partners_stand_side_by_side_and_a_sixth_is_refused(visit, look):
    page = visit("viewer")
    page.goto("/compare/?partners=KEN,UGA,TZA,RWA")
    page.get_by_label("Add a partner").fill("Burma")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("heading", name=re.compile("Myanmar side by side")).wait_for()
    look(page, "compare")
    page.goto("/compare/?partners=KEN,UGA,TZA,RWA,MMR,ETH")
    assert "At most 5 partners" in page.get_by_role("alert").text_content()
    page.get_by_role("link", name="Take Kenya away").click()
    page.get_by_role("heading", name=re.compile("^Uganda, Tanzania")).wait_for()


def test_data_are_searched_seen_and_taken_home(visit, look):
    page = visit("viewer")
    page.goto("/data/")
    look(page, "data")
    page.locator("main").get_by_label("Search").fill("rule of law")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Rule of law", exact=True).click()
    page.get_by_role("heading", name="Rule of law", exact=True).wait_for()
    look(page, "indicator")
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV", exact=True).click()
    first = taken.value.path().read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("partner,name,indicator,year,value")
    page.goto("/data/coverage/")
    look(page, "coverage")
    page.goto("/data/sources/")
    look(page, "sources")


def test_a_team_makes_a_group_uses_it_and_puts_it_away(visit, look):
    page = visit("planner")
    page.goto("/groups/new/")
    page.get_by_label("Short name").fill("Lake partners")
    page.get_by_label("Title").fill("Partners round the lake")
    page.get_by_label("Members").fill("Kenya\nUGA\nTanzania")
    look(page, "group-new")
    page.get_by_role("button", name="Make it").click()
    page.get_by_text("can now be chosen wherever a grouping can").wait_for()
    look(page, "groups")
    page.get_by_role("link", name="Partners round the lake", exact=True).click()
    page.get_by_role("heading", name=re.compile("Partners round the lake, 2022")).wait_for()
    assert page.locator("#partners tbody tr").count() == 3
    page.goto("/groups/")
    page.get_by_role("button", name="Put Partners round the lake away").click()
    page.get_by_text("is put away").wait_for()
    page.get_by_role("button", name="Bring Partners round the lake back").click()
    page.get_by_text("can be chosen again").wait_for()
