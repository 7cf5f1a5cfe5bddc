import re

from comity_web.access.scope import Scope
from comity_web.assess.actions import add_figures
from tests.comity_web.assess.scenes import make_agreed, make_priority

AFRICOM = Scope("command", "AFRICOM")


def test_it_shows_labels_certainty_and_what_is_illustrative(signed_in):
    page = signed_in("vera").get("/board/?group=AFRICOM").content.decode()
    assert "Illustrative priorities." in page
    assert "needs workarounds" in page
    assert "2000 draws" in page
    assert 'class="tag draft">illustrative' in page
    assert "data-edit" not in page
    assert "partners; right is higher priority" in page


def test_once_somebody_sets_one_it_is_shown_differently(people, signed_in):
    make_priority(people["pablo"], "KEN", 90.0, holder=AFRICOM)
    page = signed_in("vera").get("/board/?group=AFRICOM&label=all").content.decode()
    assert "Illustrative priorities." not in page
    assert page.count('class="tag agreed"') == 1
    assert "The priority of 1 partner is set by planners for AFRICOM" in page


def test_cells_can_be_edited_where_the_role_holds(signed_in):
    page = signed_in("pablo").get("/board/?group=AFRICOM&label=all").content.decode()
    partners = len(re.findall(r"<tr data-partner=", page))
    assert page.count("data-edit=") == partners > 40
    assert "data-edit=" not in signed_in("pablo").get("/board/?year=2022").content.decode()
    kofi = signed_in("kofi").get("/board/?group=AFRICOM&holder=KEN&label=all").content.decode()
    assert re.findall(r'data-edit="(\w+)"', kofi) == ["KEN"]


def test_filters_stand_in_the_address(signed_in):
    client = signed_in("vera")
    page = client.get("/board/?group=AFRICOM&label=review&year=2019&partner=TCD").content.decode()
    assert '<option value="AFRICOM" selected>' in page
    assert "<option selected>2019" in page
    assert "<h2>Chad</h2>" in page
    assert "/board/export/csv/?year=2019&amp;group=AFRICOM&amp;label=review" in page
    labels = set(re.findall(r'<td><span class="label ([a-z-]+)">', page))
    assert labels <= {"review"}


def test_a_scenarios_model_can_be_used(people, signed_in):
    scenario = make_agreed(people)
    page = signed_in("vera").get(f"/board/?base=scenario-{scenario.pk}").content.decode()
    assert "Governance first (version 1)" in page
    assert "comity-default-changed" in page or "comity-default" in page
    assert '<option value="AFRICOM" selected>' in page


def test_own_figures_are_offered_to_those_who_may_read_them(people, signed_in):
    kept = add_figures(
        name="Plan of March",
        unit="US$ a year",
        figures={"KEN": 9.0, "GHA": 5.0, "TUN": 1.0},
        holder=AFRICOM,
        by=people["pablo"],
    )
    address = f"/board/?group=AFRICOM&funding=own-{kept.pk}&label=all"
    assert "Plan of March" in signed_in("pablo").get(address).content.decode()
    assert signed_in("vera").get(address).status_code == 404
    assert "Plan of March" not in signed_in("vera").get("/board/?group=AFRICOM").content.decode()


def test_nothing_to_compare_is_said(people, signed_in):
    kept = add_figures(
        name="One", unit="US$", figures={"KEN": 9.0}, holder=AFRICOM, by=people["pablo"]
    )
    page = signed_in("pablo").get(f"/board/?group=AFRICOM&funding=own-{kept.pk}")
    assert page.status_code == 200
    assert "at least two are needed" in page.content.decode()
