"""The worked example, and small changes to it."""

from dataclasses import replace
from datetime import date
from typing import Any

from comity.evaluate.record_file import example_record, parse_record
from comity.terms.evaluation import EvaluationRecord

DAY = date(2026, 11, 1)


def example(**changes: Any) -> EvaluationRecord:
    """Return the worked example with some fields replaced."""
    return replace(parse_record(example_record()), **changes)


def but(record: EvaluationRecord, kind: str, name: str, **changes: Any) -> EvaluationRecord:
    """Return the record with one item changed."""
    items = getattr(record, kind)
    assert name in {item.id for item in items}
    return replace(
        record,
        **{kind: tuple(replace(i, **changes) if i.id == name else i for i in items)},
    )
