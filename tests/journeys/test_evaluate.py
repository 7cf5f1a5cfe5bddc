"""An evaluator asks whether it worked: a ready study, its curve, a specification, a study of one's own."""

import io
import re

import pandas as pd
import pytest
from playwright.sync_api import expect

from comity.evaluate.panel_errors import parse_errors
from comity.evaluate.panel_run import run_panel
from comity.evaluate.study_data import table_of

pytestmark = pytest.mark.journey
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
LONG = 240_000
TABLE = "unit,year,y,x\n" + "".join(
    f"U{u},{2000 + t},{u + 2 * ((u * t) % 5) + (u * 7 + t * 13) % 11 / 4:.2f},{(u * t) % 5}\n"
    for u in range(1, 9)
    for t in range(6)
)
OWN = """name = "invented slope"
unit = "unit"
period = "year"
[data]
file = "invented.csv"
[outcome]
column = "y"
[treatment]
column = "x"
lag = [0, 1]
[model]
absorb = ["unit + year", "unit"]
errors = "unit"
"""


def taken_along(page, link):
    """What a link really sends."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link).click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def estimate_of(table):
    """What the library says of the same model."""
    read = table_of(pd.read_csv(io.StringIO(table)))
    return run_panel(read, "y ~ x | unit + year", errors=parse_errors("unit"))["x"].estimate


def run_fragile_states(page):
    """Ask for few permutations; return the address of the run's page."""
    page.goto("/evaluate/studies/fragile-states/")
    page.get_by_label("Permutations").fill("9")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page).to_have_url(re.compile(r"/jobs/\d+/"))
    return page.url


def test_a_ready_study_is_run_watched_read_and_taken_along(visit, look):
    page = visit("evaluator")
    page.goto("/evaluate/studies/")
    look(page, "studies")
    run_fragile_states(page)
    expect(page.locator("#progress")).to_contain_text(re.compile("Waiting|Running|Done"))
    look(page, "study-progress")
    outcome = page.get_by_role("link", name="See what came out")
    outcome.wait_for(timeout=LONG)
    outcome.click()

    expect(page.get_by_role("heading", name=re.compile("Read this first"))).to_be_visible()
    look(page, "study-result")
    run = page.url
    name, content = taken_along(page, "Every specification (Parquet)")
    assert name.startswith("fragile-states-embedded-run-")
    frame = pd.read_parquet(io.BytesIO(content))
    assert len(frame) == 1440
    _, sheet = taken_along(page, "One page (HTML)")
    assert b"default-src 'none'" in sheet

    page.get_by_role("link", name=re.compile("Read the curve.*patronage.*small")).click()
    expect(page.get_by_role("heading", name="Specification curve")).to_be_visible()
    look(page, "specification-curve")
    claim = page.url

    page.locator("[data-curve] a[tabindex='0']").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    readout = page.locator("[data-readout]")
    expect(readout).to_contain_text(re.compile(r"^Specification \d+: "))
    number = int(re.match(r"Specification (\d+)", readout.inner_text())[1])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=f"Specification {number}", exact=True)).to_be_visible()
    row = frame.set_index("specification").loc[number]
    found = page.get_by_role("region", name="What it finds").or_(page.locator("section").first)
    expect(found.first).to_contain_text(str(row["nobs"]))
    look(page, "specification")
    name, content = taken_along(page, "this specification as a study")
    assert f"specification-{number}.toml" in name
    assert b"[treatment]" in content
    name, content = taken_along(page, "the table that was read")
    assert len(pd.read_csv(io.BytesIO(content))) > 1_000

    page.goto(claim)
    page.get_by_role("combobox", name="Outcome").select_option("patronage +3")
    expect(page.get_by_text(re.compile("96 of 288 specifications"))).to_be_visible()
    page.locator("[data-curve] a").nth(10).click()
    expect(page).to_have_url(re.compile(r"/specification/\d+/"))
    page.go_back()
    expect(page.get_by_role("combobox", name="Outcome")).to_have_value("patronage +3")

    for options, where in (({"color_scheme": "dark"}, "dark"), (PHONE, "phone")):
        other = visit("planner", **options)
        other.goto(claim)
        look(other, f"specification-curve-{where}")
        if where == "phone":
            assert other.evaluate("document.documentElement.scrollWidth") <= 390
        other.goto(run)
        look(other, f"study-result-{where}")
        expect(other.get_by_role("button", name="Run", exact=True)).to_have_count(0)


def test_a_run_is_stopped_and_taken_up_again(visit):
    page = visit("evaluator")
    page.goto("/evaluate/studies/africa/")
    page.get_by_label("Permutations").fill("999")
    page.get_by_role("button", name="Run", exact=True).click()
    page.get_by_role("progressbar").wait_for(timeout=LONG)
    page.get_by_role("button", name=re.compile("^Stop it")).click()
    again = page.get_by_role("button", name="Take it up again")
    again.wait_for(timeout=LONG)
    expect(page.locator("#progress")).to_contain_text("kept")
    again.click()
    page.get_by_role("button", name=re.compile("^Stop it")).click()
    again.wait_for(timeout=LONG)


def test_a_table_of_ones_own_is_asked_at_once_and_run_whole_and_deleted(visit, look):
    page = visit("evaluator")
    page.goto("/evaluate/own/")
    look(page, "own-studies")
    sent = {"name": "invented.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    page.get_by_label("CSV file").set_input_files(sent)
    page.get_by_label(re.compile("unclassified data only")).check()
    page.get_by_role("button", name="Upload").click()
    page.get_by_label("Formula").fill("y ~ x | unit + year")
    page.get_by_label("Cluster by").fill("unit")
    page.get_by_role("button", name="Estimate").click()
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="x", exact=True))
    expect(row).to_contain_text(f"{estimate_of(TABLE):.3f}")
    expect(page.get_by_text("comity evaluate panel --data invented.csv")).to_be_visible()
    look(page, "quick-model")
    table = page.url

    page.get_by_role("link", name="Write a study").click()
    page.get_by_label("Study (TOML)").fill(OWN)
    page.get_by_label("Permutations").fill("9")
    look(page, "own-study")
    page.get_by_role("button", name="Run", exact=True).click()
    outcome = page.get_by_role("link", name="See what came out")
    outcome.wait_for(timeout=LONG)
    outcome.click()
    expect(page.get_by_role("heading", name="invented slope")).to_be_visible()
    look(page, "own-result")

    page.goto(table)
    page.get_by_role("button", name="Delete the table").click()
    expect(page.get_by_text("invented.csv and its file are deleted")).to_be_visible()


def test_everything_is_there_without_scripts(visit):
    page = visit("evaluator", java_script_enabled=False)
    page.goto("/evaluate/studies/")
    expect(page.get_by_role("button", name=re.compile("^Run Fragility"))).to_be_visible()
    page.goto("/evaluate/runs/compare/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
