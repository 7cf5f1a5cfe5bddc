"""The version of a record that everybody may read: withheld items say that they are withheld."""

from dataclasses import replace
from typing import Any

from comity.terms.errors import InputError
from comity.terms.evaluation import EvaluationRecord


def public_version(record: EvaluationRecord) -> EvaluationRecord:
    """Replace withheld texts by the reason, and leave out where evidence is kept and by whom.

    Raises
    ------
    InputError
        If a redaction has no reason or names no item; nothing is withheld without a reason.
    """
    reasons = {}
    for redaction in record.public_summary.redactions:
        if not redaction.reason.strip():
            raise InputError(
                f"The redaction of {redaction.item!r} has no reason; give one or publish the item."
            )
        reasons[redaction.item] = f"[Withheld: {redaction.reason.rstrip('.')}.]"
    kinds = ("questions", "evidence", "findings", "conclusions", "recommendations")
    known = {one.id for kind in (*kinds, "designs", "data") for one in getattr(record, kind)}
    for item in reasons:
        if item not in known:
            raise InputError(f"The redaction names {item!r}, which is not in the record.")
    changed: dict[str, Any] = {
        kind: tuple(
            replace(one, text=reasons[one.id]) if one.id in reasons else one
            for one in getattr(record, kind)
        )
        for kind in kinds
    }
    changed["evidence"] = tuple(
        replace(one, location="", collected_by="", reviewed_by="") for one in changed["evidence"]
    )
    changed["designs"] = tuple(
        replace(one, description=reasons[one.id], limits="", assumptions_tested="")
        if one.id in reasons
        else one
        for one in record.designs
    )
    changed["data"] = tuple(
        replace(one, title=reasons[one.id], publisher="", limits="") if one.id in reasons else one
        for one in record.data
    )
    return replace(record, **changed)
