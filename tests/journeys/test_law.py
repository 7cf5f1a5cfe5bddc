"""A planner asks which law allows it, narrows the answer, follows it to record, gate and calendar."""

import csv
import io
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.journey

KENYA = "?activity=train&recipient=military&purpose=counterterrorism&partner=KEN&on=2027-03-01"


def test_from_the_question_to_the_calendar(visit, look):
    page = visit("planner")
    page.goto("/authorities/")
    page.get_by_label("Activity 1").select_option("train")
    page.get_by_label(re.compile("^Partner")).select_option("KEN")
    page.get_by_label("Purpose").select_option("counterterrorism")
    page.get_by_label("First day").fill("2027-03-01")
    page.get_by_label("Amount").fill("5M")
    page.get_by_text("Say more:").click()
    page.get_by_label("Looked up, not on the list coup").check()
    look(page, "law-question")
    page.get_by_role("button", name="Find authorities").click()
    page.get_by_role("heading", name=re.compile("^Train for military of Kenya")).wait_for()
    assert "partner=KEN" in page.url
    assert "cleared=coup" in page.url
    assert "recipient=military" in page.url
    assert "aim=" not in page.url, "an address holds only what was said"
    look(page, "law-answer")

    page.get_by_role("link", name=re.compile("^Title 10 ")).click()
    page.get_by_role("link", name=re.compile("^usable with conditions ")).click()
    page.get_by_role("link", name=re.compile("Title 10.*chosen")).wait_for()
    assert page.get_by_role("heading", name=re.compile("^Not usable")).count() == 0
    page.get_by_role("link", name="The whole record of 10 USC 333").click()
    page.get_by_role("heading", name=re.compile("^10 USC 333")).first.wait_for()
    look(page, "law-record")

    page.get_by_role("link", name="Gate: construction").click()
    page.get_by_label("Projects").fill("700000; 1800000")
    page.get_by_label("The day for which it is asked").fill("2023-06-30")
    page.get_by_role("button", name="Ask the gate").click()
    page.get_by_text("USD 1,800,000 is above the ceiling of USD 1,500,000").wait_for()
    look(page, "law-gate")

    page.goto(f"/authorities/{KENYA}")
    page.get_by_role("link", name="Its days in the calendar for 10 USC 333").click()
    page.get_by_role("heading", name="Reports and notices of fiscal year 2027").wait_for()
    assert page.get_by_role("row", name=re.compile("2027-02-14.*six committees")).count() == 1
    look(page, "law-calendar")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Calendar file (.ics)").click()
    text = Path(taken.value.path()).read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20270214" in text


def test_a_broken_chain_and_a_package(visit, look):
    page = visit("viewer")
    page.goto(f"/authorities/mechanisms/{KENYA}&authority=T10-333&lead_days=60&today=2027-02-20")
    page.get_by_text("Broken at").wait_for()
    look(page, "law-chain")
    page.goto("/authorities/")
    page.get_by_role("link", name=re.compile("^A package for the Philippines")).click()
    page.get_by_role("heading", name="Smallest").wait_for()
    assert page.get_by_role("heading", name="Quickest").count() == 1
    look(page, "law-package")
    page.get_by_role("link", name=re.compile("^Every authority’s answer.*Train for police")).click()
    page.get_by_role("heading", name=re.compile("^Train for police of Philippines")).wait_for()


def test_the_answer_is_taken_home(visit):
    page = visit("viewer")
    page.goto(f"/authorities/{KENYA}")
    for name, suffix in (("JSON", "json"), ("CSV", "csv"), ("Word", "docx")):
        with page.expect_download() as taken:
            page.get_by_role("link", name=name, exact=True).click()
        assert taken.value.suggested_filename == f"authorities-2027-03-01.{suffix}"
        if suffix == "csv":
            text = Path(taken.value.path()).read_text(encoding="utf-8-sig")
            assert len(list(csv.DictReader(io.StringIO(text)))) == 219


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("catalogue", "records/?title=Title+10&search=academy"),
        ("overlap", "patchwork/?on=2027-03-01&cell=train|counterterrorism"),
        ("crowds", "patchwork/crowds/?on=2027-03-01&most=8"),
        ("gaps", "patchwork/gaps/?on=2027-03-01"),
        ("titles", "patchwork/titles/?on=2027-03-01"),
        ("history", "patchwork/history/"),
        ("consolidation", "patchwork/consolidation/?on=2027-03-01"),
        ("amounts", "amounts/?name=small-scale-construction&day=2023-06-30&day=2025-06-30"),
        ("gates", "gates/"),
    ],
)
def test_every_view_can_be_read_by_everybody(visit, look, name, address):
    page = visit("viewer")
    page.goto(f"/authorities/{address}")
    look(page, f"law-{name}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_used_on_a_phone(visit, look, scheme):
    page = visit("viewer", viewport={"width": 390, "height": 844}, color_scheme=scheme)
    for name, address in (("answer", KENYA), ("overlap", "patchwork/"), ("gate", "gates/leahy/")):
        page.goto(f"/authorities/{address}")
        look(page, f"law-{name}-phone-{scheme}")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390, f"{name} is {wide} wide"


def test_it_works_without_a_script(visit):
    page = visit("viewer", java_script_enabled=False)
    page.goto("/authorities/")
    page.get_by_label("Activity 1").select_option("equip")
    page.get_by_label("Recipient 1").select_option("irregular")
    page.get_by_label("Purpose").select_option("counternarcotics")
    page.get_by_role("button", name="Find authorities").click()
    page.get_by_text("Nothing in the catalogue is usable").wait_for()
    assert page.get_by_text("Nearest misses").count() == 1
