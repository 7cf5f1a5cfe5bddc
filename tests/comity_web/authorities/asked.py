"""Addresses that several tests here ask."""

from django.http import QueryDict

from comity_web.authorities.question_form import QuestionForm

KENYA = "activity=train&recipient=military&purpose=counterterrorism&partner=KEN&on=2027-03-01"
PACKAGE = (
    "activity=train&recipient=police&activity=equip&recipient=military"
    "&activity=institution-building&recipient=ministry&partner=PHL&purpose=maritime-security"
    "&on=2027-03-01"
)
NOTHING = "activity=equip&recipient=irregular&purpose=counternarcotics&on=2027-03-01"


def question(query):
    """The valid form of an address."""
    form = QuestionForm(QueryDict(query))
    assert form.is_valid(), form.errors
    return form
