from datetime import date

from comity.authorities.catalogue import catalogue
from comity.authorities.gates.registry import GATES
from comity.authorities.record_view import described
from comity_web.authorities.readings import GATES_OF, readings


def test_a_record_is_read_word_by_word():
    found = {r["kind"]: r["rows"] for r in readings(described("T10-333", date(2027, 3, 1)))}
    assert list(found) == ["Activity", "Purpose", "Recipient", "Aim"]
    exercise = next(row for row in found["Activity"] if row["word"] == "exercise")
    assert exercise["answer"] == "no"
    assert "section 321" in exercise["why"]


def test_a_record_that_only_restricts_is_not_read():
    only = next(r.id for r in catalogue() if r.fit is None)
    assert readings(described(only, date(2027, 3, 1))) == []


def test_every_record_with_a_gate_and_every_gate_is_there():
    assert set(GATES_OF) <= {record.id for record in catalogue()}
    assert {name for names in GATES_OF.values() for name in names} == set(GATES)
