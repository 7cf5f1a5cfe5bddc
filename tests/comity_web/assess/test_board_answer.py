import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from comity.assess.matching import LABELS
from comity.terms.errors import DataMissing
from comity_web.access.scope import EVERYWHERE, Scope
from comity_web.assess.actions import add_figures
from comity_web.assess.board_answer import board, may_edit, plane
from comity_web.assess.board_question import read_board
from comity_web.assess.matched import matched
from tests.comity_web.assess.scenes import make_priority

AFRICOM, KENYA = Scope("command", "AFRICOM"), Scope("partner", "KEN")


def ask(query="group=AFRICOM", user=None):
    user = user or AnonymousUser()
    question = read_board(user, QueryDict(query))
    return board(question, user), question


def test_labels_gaps_and_certainty_are_those_of_the_start_page(db):
    found, _ = ask()
    assert found.matches.rows() == matched(2022, "AFRICOM").matches.rows()
    assert found.counts == {label: found.matches.label.count(label) for label in LABELS}
    assert "ILLUSTRATIVE" in found.about[0]


def test_the_table_shows_what_disagrees_or_what_is_asked_for(db):
    found, _ = ask()
    assert found.rows
    assert all(r["flagged"] or r["label"] != "consistent" for r in found.rows)
    everything, _ = ask("group=AFRICOM&label=all")
    assert len(everything.rows) == len(everything.matches.partners)
    only, _ = ask("group=AFRICOM&label=needs workarounds")
    assert {r["label"] for r in only.rows} == {"needs workarounds"}


def test_a_priority_that_somebody_set_moves_the_partner_and_is_marked(people):
    before, _ = ask("group=AFRICOM&label=all")
    make_priority(people["pablo"], "KEN", 0.0, holder=AFRICOM)
    after, _ = ask("group=AFRICOM&label=all")
    row = next(r for r in after.rows if r["partner"] == "KEN")
    assert row["priority_rank"] == 0.0
    assert row["own"].set_by == "pablo"
    assert next(r for r in before.rows if r["partner"] == "KEN")["own"] is None
    assert sum(r["own"] is not None for r in after.rows) == 1


def test_each_may_edit_where_the_role_holds(people):
    assert may_edit(people["petra"], EVERYWHERE, "POL")
    assert may_edit(people["pablo"], AFRICOM, "KEN")
    assert not may_edit(people["pablo"], EVERYWHERE, "KEN")
    assert not may_edit(people["pablo"], AFRICOM, "POL")
    assert may_edit(people["kofi"], KENYA, "KEN")
    assert not may_edit(people["kofi"], KENYA, "GHA")
    assert not may_edit(people["kofi"], AFRICOM, "KEN")
    assert not may_edit(people["vera"], EVERYWHERE, "KEN")
    found, _ = ask("group=AFRICOM&label=all&holder=KEN", people["kofi"])
    assert [r["partner"] for r in found.rows if r["editable"]] == ["KEN"]


def test_own_figures_take_the_place_of_the_panels(people):
    kept = add_figures(
        name="Plan",
        unit="US$ a year",
        figures={"KEN": 9.0, "GHA": 5.0, "TUN": 1.0, "POL": 4.0},
        holder=AFRICOM,
        by=people["pablo"],
        note="Invented.",
    )
    found, _ = ask(f"group=AFRICOM&label=all&funding=own-{kept.pk}", people["pablo"])
    assert {r["partner"]: r["funding"] for r in found.rows} == {"KEN": 9.0, "GHA": 5.0, "TUN": 1.0}
    assert "own figures 'Plan', US$ a year. Invented." in found.about[1]


def test_a_year_without_funding_is_said(db):
    with pytest.raises(DataMissing):
        ask("year=2025&group=UN_POLYNESIA&balance=0.4") and ask("year=2025")


def test_each_mark_of_the_plane_leads_to_its_partner(db):
    found, question = ask()
    figure, svg = plane(found, question)
    targets = re.findall(r'<a href="/board/priority/([A-Z]{3})/\?year=2022&amp;group=AFRICOM"', svg)
    assert sorted(targets) == sorted(found.matches.partners)
    assert figure.table[0]["said"].split(":")[0] in svg
