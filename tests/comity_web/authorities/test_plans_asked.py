from datetime import date

import pytest
from django.http import QueryDict

from comity.terms.errors import InputError, UnknownName
from comity_web.authorities.plans_asked import (
    MOST,
    calendar_query,
    joined,
    plans_asked,
    year_asked,
)

PLAN = "T10-333:2027-03-01:train:military"


def test_a_plan_is_id_day_activity_and_recipient():
    (found,) = plans_asked([PLAN, ""])
    assert found.authority == "T10-333"
    assert (found.query.on, found.query.activity) == (date(2027, 3, 1), "train")


@pytest.mark.parametrize(
    ("text", "kind"),
    [("T10-333", InputError), ("T10-3333:2027-03-01:train:military", UnknownName),
     ("T10-333:2027-03-01:trian:military", UnknownName)],
)  # fmt: skip
def test_anything_else_is_refused(text, kind):
    with pytest.raises(kind):
        plans_asked([text])


def test_there_is_an_end_to_plans():
    with pytest.raises(InputError, match=f"at most {MOST}"):
        plans_asked([PLAN] * (MOST + 1))


def test_the_fields_become_a_plan_and_a_plan_an_address():
    data = QueryDict(
        "plan_authority=T10-333&plan_day=2027-03-01&plan_activity=train&plan_recipient=military"
    )
    assert joined(data) == PLAN
    assert joined(QueryDict("plan_authority=&plan_day=2027-03-01")) is None
    assert QueryDict(calendar_query(2027, [PLAN])).getlist("plan") == [PLAN]


def test_the_year_is_one_of_those_that_the_calendar_knows():
    assert year_asked(QueryDict("fy=2027")) == 2027
    with pytest.raises(InputError, match="fy"):
        year_asked(QueryDict("fy=1900"))
