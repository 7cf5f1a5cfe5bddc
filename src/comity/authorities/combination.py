"""One set of authorities for a package, what it costs, and what it asks of the planner."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from comity.authorities.judgement import Judgement
from comity.authorities.query import Query
from comity.terms.authority import Authority, Verdict


@dataclass(frozen=True, slots=True)
class CombinationWeights:
    """What a set costs; all Comity defaults.

    Parameters
    ----------
    authority, approver, account, report, sunset
        For each distinct one in the set; ``sunset`` for each that is temporary, yearly or ends
        before the package does.
    wait_day
        For each day of the longest wait.
    check
        For each need carried by an authority that must still be checked.
    loose
        For each condition on activity, purpose, recipient or partner that a carrier brings.
    """

    authority: float = 4.0
    approver: float = 1.5
    account: float = 1.0
    report: float = 0.25
    sunset: float = 1.5
    wait_day: float = 0.05
    check: float = 3.0
    loose: float = 3.0


SMALLEST = CombinationWeights()
QUICKEST = CombinationWeights(authority=0.5, wait_day=2.0)


@dataclass(frozen=True, slots=True)
class Combination:
    """One set of authorities that carries every need that can be carried.

    Parameters
    ----------
    carriers
        The judgement that carries each need, in the order of the needs.
    cost
        Price of the set under the weights.
    """

    needs: tuple[Query, ...]
    carriers: tuple[Judgement, ...]
    cost: float

    @property
    def authorities(self) -> tuple[Authority, ...]:
        """The distinct authorities, in the order of the needs."""
        return tuple({j.authority.id: j.authority for j in self.carriers}.values())

    @property
    def approvers(self) -> tuple[str, ...]:
        """Everybody who must agree."""
        return tuple(dict.fromkeys(a for j in self.authorities for a in j.approval.approvers))

    @property
    def accounts(self) -> tuple[str, ...]:
        """The distinct accounts; one that is not recorded is named as such."""
        return tuple(dict.fromkeys(account_of(record) for record in self.authorities))

    @property
    def wait(self) -> int:
        """Days of the longest wait."""
        return max((j.wait for j in self.carriers), default=0)

    @property
    def notify_by(self) -> date | None:
        """Day of the first notice."""
        days = [q.on - timedelta(days=j.wait) for q, j in zip(self.needs, self.carriers, strict=True)
                if j.wait]  # fmt: skip
        return min(days, default=None)

    @property
    def reports(self) -> tuple[str, ...]:
        """The distinct reports."""
        return tuple(dict.fromkeys(r.name for record in self.authorities for r in record.reports))

    @property
    def sunsets(self) -> tuple[str, ...]:
        """Authorities that are temporary, live by each year's act, or end too early."""
        last = max((q.until or q.on for q in self.needs), default=None)
        return tuple(r.id for r in self.authorities if has_sunset_risk(r, last))

    @property
    def to_check(self) -> tuple[str, ...]:
        """Authorities of the set that must still be checked."""
        ids = (j.authority.id for j in self.carriers if j.verdict is Verdict.CHECK)
        return tuple(dict.fromkeys(ids))

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "authorities": [record.id for record in self.authorities],
            "carries": [
                {"activity": q.activity, "recipient": q.recipient, "purpose": q.purpose or None,
                 "authority": j.authority.id, "citation": j.authority.citation,
                 "verdict": j.verdict.value, "certainty": j.authority.certainty.value,
                 "wait_days": j.wait, "reasons": list(j.reasons),
                 "conditions": [c.to_dict() for c in j.conditions]}
                for q, j in zip(self.needs, self.carriers, strict=True)
            ],
            "approvers": list(self.approvers),
            "accounts": list(self.accounts),
            "longest_wait_days": self.wait,
            "notify_by": self.notify_by.isoformat() if self.notify_by else None,
            "reports": list(self.reports),
            "sunset_risk": list(self.sunsets),
            "to_check": list(self.to_check),
            "cost": round(self.cost, 4),
        }  # fmt: skip


def account_of(record: Authority) -> str:
    """Return the account's name without its details, or say that it is not recorded."""
    name = re.split(r"[;,(]", record.account, maxsplit=1)[0].strip()
    return name or f"not recorded ({record.id})"


def has_sunset_risk(record: Authority, last: date | None) -> bool:
    """Whether a set that leans on the record could lose it before the last day."""
    if record.validity.permanence in {"temporary", "annual"} or (record.fit and record.fit.annual):
        return True
    ends = record.validity.ends
    return ends is not None and last is not None and ends.earliest < last
