from typing import Literal

import pytest
from pydantic import ValidationError

from comity_web.answers.sent import Sent, fits
from comity_web.answers.values import Day


class Thing(Sent):
    number: float = 0
    on: Day | None = None
    kind: Literal["a", "b"] = "a"
    weights: dict[str, float] | None = None
    yes: bool = False


def test_what_is_described_is_taken():
    thing = Thing.model_validate(
        {"number": 3, "on": "2027-03-01", "weights": {"x": 1}, "yes": True}
    )
    assert (thing.number, str(thing.on), thing.weights, thing.yes) == (
        3,
        "2027-03-01",
        {"x": 1},
        True,
    )


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ([None], "must be a JSON object"),
        ({"nmber": 3}, "no field 'nmber'; fields are number"),
        ({"number": "3"}, "number is of another kind"),
        ({"yes": 1}, "yes is of another kind"),
        ({"weights": {"x": "1"}}, "weights is of another kind"),
        ({"number": True}, "number is of another kind"),
    ],
)
def test_a_slip_of_the_pen_is_not_lost(sent, said):
    with pytest.raises(ValidationError, match=said):
        Thing.model_validate(sent)


def test_a_whole_number_is_a_number():
    assert fits(3, {"type": "number"})
    assert not fits(3.5, {"type": "integer"})
    assert fits([1, 2], {"type": "array", "items": {"type": "integer"}})
    assert not fits([1, "2"], {"type": "array", "items": {"type": "integer"}})


def test_the_description_says_that_nothing_else_is_taken():
    assert Thing.model_json_schema()["additionalProperties"] is False
