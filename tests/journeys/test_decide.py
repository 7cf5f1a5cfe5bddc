"""A team decides: a model is changed and kept, another person agrees, priorities are set in place."""

import re

import pytest

pytestmark = pytest.mark.journey
_RANKED = "table.studio-ranks tbody tr"


def ranked(page):
    return page.locator(_RANKED).evaluate_all("rows => rows.map(row => row.dataset.partner)")


def colours(page):
    shapes = page.locator("[data-map] [data-partner] path")
    return shapes.evaluate_all("all => all.map(path => path.getAttribute('fill'))")


def test_a_weight_moves_ranks_intervals_and_map_without_a_reload(visit, look):
    page = visit("viewer")
    page.goto("/studio/")
    page.evaluate("window.stayed = true")
    before, painted = ranked(page), colours(page)
    look(page, "studio")
    weight = page.get_by_label("Governance", exact=True)
    weight.fill("5")
    page.wait_for_url(re.compile("w-governance=5"))
    page.get_by_text("weights alone vary").wait_for()
    assert ranked(page) != before
    assert colours(page) != painted
    assert page.locator(".move.up").count() > 5
    page.get_by_text("1,000 draws, seed 1: everything uncertain varies").wait_for()
    assert page.locator("[data-movers] li").count() == 6
    assert page.evaluate("window.stayed")
    look(page, "studio-changed")


def test_the_keyboard_alone_changes_and_resets_a_weight(visit):
    page = visit("viewer")
    page.goto("/studio/?group=AFRICOM")
    before = ranked(page)
    slider = page.get_by_label("Governance, slider")
    slider.focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile("w-governance=3"))
    assert page.get_by_label("Governance", exact=True).input_value() == "3"
    reset = page.get_by_role("button", name="Reset Governance")
    reset.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/studio/\?base=comity-default&year=2022&group=AFRICOM$"))
    page.get_by_text("Nothing is changed yet").first.wait_for()
    assert ranked(page) == before
    assert reset.is_disabled()


def test_indicators_methods_and_refusals(visit):
    page = visit("viewer")
    page.goto("/studio/?group=AFRICOM")
    page.locator("summary").filter(has_text="8 of 8 indicators").first.click()
    page.locator("input[name=on][value='wgi.rule_of_law']").uncheck()
    page.wait_for_url(re.compile("off=wgi.rule_of_law"))
    page.get_by_text("7 of 8 indicators").first.wait_for()
    page.get_by_text("Scaling and means").click()
    page.get_by_label("Mean across constructs").select_option("geometric")
    page.wait_for_url(re.compile("across=geometric"))
    page.get_by_label("Governance", exact=True).fill("-3")
    page.get_by_role("alert").filter(has_text="give a number from 0 to 100").wait_for()
    page.get_by_role("button", name="Reset all").click()
    page.wait_for_url(re.compile(r"group=AFRICOM$"))


def test_a_shared_link_shows_the_same_to_somebody_else(visit):
    page = visit("planner")
    page.goto("/studio/?group=AFRICOM")
    page.get_by_label("Economic strength", exact=True).fill("4")
    page.get_by_text("everything uncertain varies").wait_for()
    page.wait_for_url(re.compile("w-economy=4"))
    address, order = page.url, ranked(page)
    other = visit("viewer")
    other.goto(address)
    assert ranked(other) == order
    assert other.get_by_label("Economic strength", exact=True).input_value() == "4"


def test_without_a_script_the_form_comes_back_computed(visit):
    page = visit("viewer", java_script_enabled=False)
    page.goto("/studio/?group=AFRICOM")
    before = ranked(page)
    page.get_by_label("Governance", exact=True).fill("5")
    page.get_by_role("button", name="Recalculate").click()
    assert "w-governance=5" in page.url
    assert ranked(page) != before
    assert page.get_by_text("change rank; rank correlation").is_visible()


def test_a_scenario_is_saved_compared_reviewed_and_agreed(visit, look):
    page = visit("planner")
    page.goto("/studio/?group=AFRICOM&w-governance=4")
    page.get_by_role("button", name="Save as a new scenario").click()
    page.get_by_label("Name").fill("Journey: governance first")
    page.get_by_label(re.compile("^Note")).fill("Invented for a journey.")
    look(page, "scenario-new")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("is saved as a draft").wait_for()
    look(page, "scenario")
    page.get_by_role("link", name="Compare with the default").click()
    page.get_by_role("heading", name="Constructs whose weight changes").wait_for()
    assert page.get_by_role("row", name=re.compile("^Governance")).get_by_text("+20.8").is_visible()
    look(page, "scenario-compare")
    page.go_back()
    page.get_by_role("button", name="Submit for review").click()
    page.get_by_text("is now in review").wait_for()
    other = visit("approver")
    other.goto(page.url)
    other.get_by_role("button", name="Approve").click()
    other.get_by_text("is now agreed").wait_for()
    assert other.get_by_text("The same ranks and scores come out today.").is_visible()
    assert other.get_by_role("cell", name="scenario.approved").is_visible()
    look(other, "scenario-agreed")
    reader = visit("viewer")
    reader.goto("/scenarios/")
    reader.get_by_role("link", name="Journey: governance first").click()
    assert reader.get_by_role("heading", name="Ranks as agreed").is_visible()
    look(reader, "scenario-read", full=False)


def test_an_earlier_version_is_restored(visit):
    page = visit("planner")
    page.goto("/studio/?group=SOUTHCOM&w-economy=3")
    page.get_by_role("button", name="Save as a new scenario").click()
    page.get_by_label("Name").fill("Journey: undone")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="Open in the studio").click()
    page.get_by_label("Economic strength", exact=True).fill("1")
    page.wait_for_url(re.compile("w-economy=1"))
    page.get_by_role("button", name="Save to Journey: undone").click()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("saved as version 2").wait_for()
    page.get_by_role("link", name="Version 1").click()
    page.get_by_role("button", name="Restore this version").click()
    page.get_by_text("Version 1 is restored as version 3").wait_for()


def test_a_priority_is_set_in_place_and_undone(visit, look):
    page = visit("planner")
    page.goto("/board/?group=EUCOM&label=all")
    page.evaluate("window.stayed = true")
    look(page, "board")
    page.locator("[data-edit=GEO]").click()
    form = page.get_by_role("form", name="Priority of Georgia")
    form.get_by_label("Priority, 0 to 100").fill("99")
    form.get_by_label("Why").fill("Invented for a journey.")
    look(page, "board-cell", full=False)
    form.get_by_role("button", name="Save").click()
    page.get_by_text("The priority is saved.").wait_for()
    row = page.get_by_role("row", name=re.compile("^Georgia"))
    assert row.get_by_text("99", exact=True).is_visible()
    assert row.get_by_text("set", exact=True).is_visible()
    assert page.locator("[data-edit=GEO]").evaluate("cell => cell === document.activeElement")
    page.locator("[data-plane] a[href*='/GEO/']").click(force=True)
    panel = page.locator("#panel")
    panel.get_by_role("heading", name="Georgia").wait_for()
    page.wait_for_url(re.compile("partner=GEO"))
    assert page.evaluate("window.stayed")
    look(page, "board-panel")
    panel.get_by_role("button", name="Undo the last change").click()
    page.get_by_text("The last change is undone.").wait_for()
    assert row.get_by_text("illustrative", exact=True).is_visible()


def test_two_who_edit_one_priority_at_once_lose_nothing(visit, look):
    address = "/board/?group=INDOPACOM&label=all"
    mine, theirs = visit("planner"), visit("administrator")
    for page in (mine, theirs):
        page.goto(address)
        page.locator("[data-edit=MNG]").click()
        page.get_by_role("form", name="Priority of Mongolia").wait_for()
    write(theirs, "80", "Theirs, invented.")
    theirs.get_by_text("The priority is saved.").wait_for()
    write(mine, "20", "Mine, invented.")
    told = mine.get_by_role("alert").filter(has_text="Somebody saved first")
    told.wait_for()
    assert told.get_by_text("80: Theirs, invented.").is_visible()
    assert told.get_by_text("20: Mine, invented.").is_visible()
    look(mine, "board-conflict", full=False)
    told.get_by_role("button", name="Save mine over theirs").click()
    mine.get_by_text("The priority is saved.").wait_for()
    theirs.goto("/board/priority/MNG/?group=INDOPACOM")
    theirs.get_by_text("2 versions").click()
    for said in ("Theirs, invented.", "Mine, invented."):
        assert theirs.get_by_text(said).first.is_visible()


def write(page, value, reason):
    form = page.get_by_role("form", name="Priority of Mongolia")
    form.get_by_label("Priority, 0 to 100").fill(value)
    form.get_by_label("Why").fill(reason)
    form.get_by_role("button", name="Save").click()


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_on_a_phone_and_in_the_dark(visit, look, scheme):
    page = visit("viewer", viewport={"width": 390, "height": 844}, color_scheme=scheme)
    for path, name in (
        ("/studio/?group=AFRICOM&w-governance=3", "studio"),
        ("/board/?group=AFRICOM", "board"),
    ):
        page.goto(path)
        look(page, f"{name}-phone-{scheme}")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{path} is {wide} pixels too wide"
