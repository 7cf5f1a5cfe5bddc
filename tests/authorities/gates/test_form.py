import pytest

from comity.authorities.gates.facts import build_facts
from comity.authorities.gates.form import form, forms
from comity.authorities.gates.registry import GATES, gate


@pytest.mark.parametrize("name", list(GATES))
def test_every_fact_of_every_gate_says_what_it_means(name):
    fields = form(gate(name))
    assert fields
    assert [field.name for field in fields if not field.help] == []
    for field in fields:
        for choice in field.choices:
            assert (
                getattr(build_facts({field.name: choice}, gate(name).facts), field.name) == choice
            )


def test_kinds_and_choices():
    fields = {field.name: field.to_dict() for field in form(gate("leahy"))}
    assert fields["law"]["choices"] == ["dod", "state", "both"]
    assert {fields[n]["kind"] for n in ("cleared_on", "emergency", "vetting")} == {
        "day",
        "yes or no",
        "choice",
    }
    assert form(gate("construction"))[0].kind == "numbers"


def test_all_forms_at_once():
    assert [item["name"] for item in forms()] == list(GATES)
