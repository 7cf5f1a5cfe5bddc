"""What every page shares: menu, colours, shortcuts, tables, forms, phone and paper."""

import re
from io import BytesIO

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey
PAGE = "/site/components/"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.fixture
def page(visit):
    opened = visit("planner")
    opened.goto(PAGE)
    return opened


def column(page, table, at):
    return table.locator(f"tbody tr td:nth-child({at})").all_inner_texts()


def by_hand(page):
    return (
        page.get_by_role("region")
        .or_(page.locator("section"))
        .filter(has=page.get_by_role("heading", name="A table written by hand"))
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_components_are_accessible_in_both_colours(visit, look, scheme):
    page = visit("planner", color_scheme=scheme)
    page.goto(PAGE)
    look(page, f"components-{scheme}")


def test_a_phone_scrolls_only_downwards_and_has_its_menu(visit, look):
    page = visit("planner", **PHONE)
    page.goto(PAGE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    page.get_by_role("button", name="Menu").tap()
    menu = page.get_by_role("navigation", name="Main")
    expect(menu).to_be_visible()
    look(page, "menu-phone", full=False)
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()


def test_the_menu_is_used_by_keyboard_alone(page):
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    group = page.locator(".menu-group").first
    expect(group.locator("summary")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(group.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(group.locator("summary")).to_be_focused()
    expect(group.get_by_role("link").first).to_be_hidden()
    page.keyboard.press("Enter")
    expect(group.get_by_role("link").first).to_be_visible()
    page.get_by_role("heading", level=1).click()
    expect(group.get_by_role("link").first).to_be_hidden()


def test_colours_are_turned_over_and_remembered(page):
    def ground():
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    light = ground()
    page.get_by_role("button", name="Light or dark colours").click()
    dark = ground()
    assert dark != light
    page.reload()
    assert ground() == dark
    page.get_by_role("button", name="Light or dark colours").click()
    assert ground() == light


def test_shortcuts_are_listed_lead_somewhere_and_can_be_switched_off(page):
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("g")
    page.keyboard.press("m")
    page.wait_for_url(re.compile("/people/me/"))
    page.get_by_role("button", name="Keyboard shortcuts").click()
    page.get_by_label("Use single-key shortcuts").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(dialog).to_be_hidden()


def test_a_table_sorts_numbers_as_numbers_and_keeps_what_is_missing_last(page):
    table = by_hand(page).get_by_role("table")
    funding = table.get_by_role("button", name="Funding")
    funding.press("Enter")
    assert column(page, table, 4) == ["$0", "$310k", "$12.4m", "$184m", "–"]
    heading = table.get_by_role("columnheader", name="Funding")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    funding.press("Enter")
    assert column(page, table, 4) == ["$184m", "$12.4m", "$310k", "$0", "–"]
    expect(heading).to_have_attribute("aria-sort", "descending")


def test_rows_are_filtered_and_only_those_shown_are_taken_along(page):
    tools = page.locator(".table-tools")
    tools.get_by_label("Filter rows").fill("or")
    expect(tools.get_by_role("status")).to_have_text("2 of 5 rows")
    with page.expect_download() as waiting:
        tools.get_by_role("button", name="Download CSV").click()
    assert waiting.value.suggested_filename == "example.csv"
    lines = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines == [
        "partner,score,rank,funding,since",
        "Borra,64.05,2,,2003",
        "Dorne,,,12400000,2011",
    ]


def test_a_figure_is_taken_along_as_drawing_and_as_numbers(page):
    with page.expect_download() as waiting:
        page.get_by_role("button", name="drawing (SVG)").click()
    assert waiting.value.path().read_text(encoding="utf-8").startswith("<svg")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="numbers (CSV)").click()
    assert "Alba,71.4,1," in waiting.value.path().read_text(encoding="utf-8-sig")


def test_no_spreadsheet_takes_a_cell_for_a_formula(page):
    written = page.evaluate(
        """async (address) => (await import(address)).toCsv(
            [["=1+1", "@x", "-5.2", "-x", 'a "b", c']])""",
        page.locator("script[src*='tables.js']").get_attribute("src"),
    )
    assert written == '\'=1+1,\'@x,-5.2,\'-x,"a ""b"", c"\r\n'


def test_a_changed_form_asks_before_it_is_left(page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("form[data-guard]").get_by_label("Name").fill("Alba")
    page.goto("/people/me/")
    assert asked == ["beforeunload"]


def test_a_filter_sends_itself(page):
    page.get_by_label("Command").select_option("South")
    page.wait_for_url(re.compile("command=South"))


def test_everything_is_there_without_scripts(visit):
    page = visit("planner", java_script_enabled=False)
    page.goto(PAGE)
    page.locator(".menu-group summary").first.click()
    expect(page.locator(".menu-group").first.get_by_role("link").first).to_be_visible()
    expect(page.get_by_role("button", name="Show")).to_be_visible()
    expect(page.get_by_role("button", name="Light or dark colours")).to_be_hidden()
    page.get_by_text("The numbers").click()
    expect(page.locator("figure").get_by_role("table")).to_be_visible()


def test_every_sheet_of_paper_is_marked_above_and_below(page):
    import pdfplumber

    with pdfplumber.open(BytesIO(page.pdf(format="A4"))) as paper:
        sheets = [sheet.extract_text() for sheet in paper.pages]
    assert len(sheets) > 1
    assert [sheet.count("UNCLASSIFIED") for sheet in sheets] == [2] * len(sheets)
    assert "Keyboard shortcuts" not in "".join(sheets)
