import pytest
from django.http import QueryDict

from comity.authorities.gates.registry import GATES, gate
from comity.terms.authority import Outcome
from comity_web.authorities.gate_form import IN_THE_NOTICE, GateForm


@pytest.mark.parametrize("name", GATES)
def test_every_gate_answers_with_nothing_entered_and_never_passes(name):
    form = GateForm(gate(name), QueryDict("on=2027-03-01"))
    assert form.is_valid(), form.errors
    assert form.result.outcome is not Outcome.PASS
    assert form.result.reasons


def test_the_ceiling_is_that_of_the_day():
    def ask(day):
        form = GateForm(
            gate("construction"), QueryDict(f"projects=1800000&papers_attached=yes&on={day}")
        )
        assert form.is_valid()
        return form.result.outcome

    assert ask("2023-06-30") is Outcome.FAIL
    assert ask("2025-06-30") is Outcome.PASS


def test_a_part_of_the_notice_is_there_or_missing():
    form = GateForm(gate("notice-333"), QueryDict(f"absorption={IN_THE_NOTICE}&on=2027-03-01"))
    assert form.is_valid()
    said = [reason.text for reason in form.result.reasons]
    assert any(text.startswith("field 2 present") for text in said)
    assert any(text.startswith("field 1 missing") for text in said)


@pytest.mark.parametrize(
    ("name", "query", "said"),
    [
        ("construction", "projects=many", "whole number"),
        ("leahy", "cleared_on=soon", "is a day"),
        ("leahy", "vetting=perhaps", "perhaps"),
        ("leahy", "on=soon", "not a day"),
    ],
)
def test_what_cannot_be_read_is_refused_at_the_form(name, query, said):
    form = GateForm(gate(name), QueryDict(query))
    assert not form.is_valid()
    assert said in str(form.errors)
