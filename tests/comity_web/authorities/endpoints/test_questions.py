from datetime import date

import pytest

from comity.terms.errors import InputError
from comity_web.authorities.endpoints.questions import Question, package


def test_a_question_is_the_one_that_the_command_would_ask():
    asked = Question(
        partner="Kenya",
        purpose="counterterrorism",
        amount=5_000_000,
        on="2027-03-01",
        cleared=["all"],
    )
    first, second = package(asked, [("train", "military"), ("equip", "police")]).needs
    assert (first.activity, first.recipient, first.amount) == ("train", "military", 5_000_000)
    assert (second.activity, second.recipient, second.on) == ("equip", "police", date(2027, 3, 1))
    assert first.partner.code == "KEN"
    assert first.partner.cleared


def test_lists_are_told_of_a_partner():
    with pytest.raises(InputError, match="name it"):
        package(Question(listed=["coup"]), [("train", "military")])
