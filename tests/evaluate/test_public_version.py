from dataclasses import replace

import pytest

from comity.evaluate.public_version import public_version
from comity.terms.errors import InputError
from comity.terms.evaluation import Redaction
from tests.evaluate.records import example


def withholding(*redactions):
    record = example()
    return replace(
        record, public_summary=replace(record.public_summary, redactions=tuple(redactions))
    )


def test_withheld_items_say_so_with_the_reason():
    told = public_version(example())
    finding = next(one for one in told.findings if one.id == "F7")
    assert finding.text == "[Withheld: It rests on E7 and would disclose it.]"
    assert "radar" not in str(told.to_dict())
    assert next(one for one in told.findings if one.id == "F1") == example().findings[0]


@pytest.mark.parametrize("item", ["Q1", "D1", "S1", "E1", "F1", "C1", "R1"])
def test_every_kind_of_item_can_be_withheld(item):
    record = withholding(Redaction(item, "harm", "officer"))
    kinds = (
        "questions",
        "designs",
        "data",
        "evidence",
        "findings",
        "conclusions",
        "recommendations",
    )
    (kept,) = [one for k in kinds for one in getattr(public_version(record), k) if one.id == item]
    assert "[Withheld: harm.]" in str(kept)


def test_where_evidence_is_kept_and_who_collected_it_stay_inside():
    assert not any(one.location or one.collected_by for one in public_version(example()).evidence)


def test_nothing_is_withheld_without_a_reason():
    with pytest.raises(InputError, match="has no reason"):
        public_version(withholding(Redaction("E1", " ", "officer")))
    with pytest.raises(InputError, match="not in the record"):
        public_version(withholding(Redaction("E99", "harm", "officer")))
