import pytest

from comity_web.assess.priority_form import PriorityForm


def test_an_empty_number_takes_the_priority_back():
    form = PriorityForm({"value": "", "reason": "Back."})
    assert form.is_valid()
    assert form.cleaned_data == {"value": None, "reason": "Back."}


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"value": "101", "reason": "x"}, "value"),
        ({"value": "-1", "reason": "x"}, "value"),
        ({"value": "high", "reason": "x"}, "value"),
        ({"value": "50", "reason": "  "}, "reason"),
    ],
)
def test_mistakes_are_told_at_their_field(given, field):
    form = PriorityForm(given)
    assert list(form.errors) == [field]
