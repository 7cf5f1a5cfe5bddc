from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.test import RequestFactory

from comity_web.access.scope import EVERYWHERE, Scope
from comity_web.assess.board_question import read_board
from comity_web.assess.board_view import board_context, holders_offered, partner_context
from tests.comity_web.assess.scenes import make_priority

AFRICOM, KENYA = Scope("command", "AFRICOM"), Scope("partner", "KEN")


def ask(query, user):
    request = RequestFactory().get("/board/")
    request.user = user
    return request, read_board(user, QueryDict(query))


def test_holders_are_everywhere_the_groups_ones_own_and_those_that_exist(people):
    make_priority(people["kofi"], holder=KENYA)
    assert holders_offered(*ask("", AnonymousUser())) == [EVERYWHERE, KENYA]
    assert holders_offered(*ask("group=NATO", people["pablo"])) == [EVERYWHERE, AFRICOM, KENYA]
    assert Scope("command", "EUCOM") in holders_offered(*ask("group=EUCOM", AnonymousUser()))


def test_a_partners_panel_says_where_it_stands(people):
    make_priority(people["pablo"], "KEN", 90.0, holder=AFRICOM)
    request, question = ask("group=AFRICOM&partner=KEN", people["pablo"])
    shown = board_context(request, question)
    assert shown["row"]["partner"] == "KEN"
    assert shown["holding"].value == 90.0
    assert shown["form"].initial == {"value": 90.0}
    assert [v.number for v in shown["versions"]] == [1]
    assert [e.action for e in shown["trail"]] == ["priority.set"]


def test_a_partner_that_is_not_compared_still_has_its_form(people):
    request, question = ask("group=AFRICOM&partner=POL", people["petra"])
    shown = partner_context(request, question)
    assert shown["row"] is None
    assert not shown["may_edit"]


def test_a_refusal_is_shown_in_place_of_the_board(people):
    request, question = ask("year=2025&group=UN_MICRONESIA", AnonymousUser())
    context = board_context(request, question)
    assert ("refused" in context) != ("board" in context)
