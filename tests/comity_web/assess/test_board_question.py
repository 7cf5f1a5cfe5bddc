import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, QueryDict

from comity.terms.errors import ComityError, InputError, UnknownName
from comity_web.access.scope import EVERYWHERE, Scope
from comity_web.assess.actions import add_figures
from comity_web.assess.board_question import read_board
from comity_web.assess.scored import opening_year
from tests.comity_web.assess.scenes import make_scenario

AFRICOM = Scope("command", "AFRICOM")


def read(query, user=None):
    return read_board(user or AnonymousUser(), QueryDict(query))


def test_what_is_not_asked_for_has_its_default(db):
    question = read("")
    assert (question.year, question.group, question.holder) == (opening_year(), None, EVERYWHERE)
    assert (question.own, question.label, question.partner) == (None, "", "")
    assert read("group=AFRICOM").holder == AFRICOM
    assert read("group=NATO").holder == EVERYWHERE


def test_an_address_reads_back(people):
    kept = add_figures(
        name="Plan", unit="US$", figures={"KEN": 1.0}, holder=AFRICOM, by=people["pablo"]
    )
    scenario = make_scenario(people["petra"])
    query = (
        f"base=scenario-{scenario.pk}-1&year=2020&group=AFRICOM&holder=KEN&funding=own-{kept.pk}"
        "&label=review&partner=KEN&balance=0.7&threshold=0.1"
    )
    question = read(query, people["petra"])
    assert question.query() == query
    assert question.own == kept
    assert question.start.scenario == scenario
    assert "label" not in question.query(label="")


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("label=odd", UnknownName),
        ("funding=gold", UnknownName),
        ("holder=ATLANTIS", ComityError),
        ("partner=Atlantis", UnknownName),
        ("balance=2", InputError),
        ("threshold=half", InputError),
        ("year=1066", InputError),
        ("group=ATLANTIS", UnknownName),
    ],
)
def test_what_cannot_be_used_is_named(db, query, error):
    with pytest.raises(error):
        read(query)


def test_figures_of_others_are_not_there(people):
    kept = add_figures(
        name="Plan", unit="US$", figures={"KEN": 1.0}, holder=AFRICOM, by=people["pablo"]
    )
    with pytest.raises(Http404):
        read(f"funding=own-{kept.pk}", people["vera"])
