"""One record as plain values: a line of a list, or everything that is known of it on a day."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from comity.authorities.catalogue import DISCLAIMER, Catalogue, chosen
from comity.authorities.cells import side
from comity.authorities.dated import parameter, record_parameters, shared_parameters, with_values
from comity.authorities.rules.validity import in_force
from comity.authorities.when import parameters_in
from comity.terms.authority import Answer, Authority
from comity.terms.moment import Moment

STANDING = {Answer.YES: "in force", Answer.CHECK: "to be checked", Answer.NO: "not in force"}


def standing(record: Authority, on: date) -> str:
    """Say whether a record is law on a day: in force, to be checked, or not in force."""
    return STANDING[in_force(record, on).answer]


def summary(record: Authority) -> dict[str, Any]:
    """Return a record as one line of a list."""
    validity = record.validity
    return {
        "id": record.id,
        "citation": record.citation,
        "name": record.name,
        "title": record.title,
        "category": record.category,
        "subcategory": record.subcategory,
        "status": validity.status,
        "certainty": record.certainty.value,
        "checked": record.checked.isoformat(),
        "begins": str(validity.begins) if validity.begins else None,
        "ends": str(validity.ends) if validity.ends else None,
        "account": record.account or None,
        "holder": record.approval.holder,
        "state_role": record.approval.state or None,
        "permits": record.permits,
        "recheck": record.recheck or None,
    }


def described(authority_id: str, on: date, book: Catalogue | None = None) -> dict[str, Any]:
    """Return everything that is known of one record, ready for JSON.

    Parameters
    ----------
    authority_id
        Id, citation or section.
    on
        The day for which amounts, days and standing are looked up.
    book
        The catalogue; Comity's own when left out.

    Returns
    -------
    dict
        Every field of the record, its texts with the values of the day, its lineage (oldest first),
        the parameters that it has or uses with their history, its standing and why, and its side of
        the house.

    Raises
    ------
    UnknownName
        If there is no such record; suggests the nearest.
    """
    book = chosen(book)
    record = book[authority_id]
    found: dict[str, Any] = _plain(record, on)
    used = dict.fromkeys(name for text in _texts(record) for name in parameters_in(text))
    used |= {name: None for name, p in shared_parameters().items() if record.id in p.authorities}
    values = [*(parameter(name) for name in used), *record_parameters(record)]
    return found | {
        "on": on.isoformat(),
        "standing": standing(record, on),
        "standing_why": in_force(record, on).why or None,
        "side": side(record),
        "lineage": [
            {"id": r.id, "citation": r.citation, "name": r.name} for r in book.lineage(record.id)
        ],
        "parameters": [item.to_dict([on]) for item in values],
        "disclaimer": DISCLAIMER,
    }


def _texts(record: Authority) -> list[str]:
    readings = (
        [*record.fit.activities.values(), *record.fit.purposes.values()] if record.fit else []
    )
    return [
        *(reading.why for reading in readings),
        *(f"{step.text} {step.when}" for step in record.steps),
        *(f"{notice.trigger} {notice.when}" for notice in record.notices),
        record.bar.text if record.bar else "",
    ]


def _plain(value: Any, on: date) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return with_values(value, on)
    if isinstance(value, Moment):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(item, on) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item, on) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name), on) for field in fields(value)}
    return value
