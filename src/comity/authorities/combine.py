"""The smallest or quickest set of authorities that carries a whole package.

A weighted set cover, solved exactly: every need gets one authority; the price of a set is made of
its authorities, the distinct approvers and accounts, the longest wait, the reports, the sunset risk
and what is still to be checked. The weights are Comity defaults and an argument.
"""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from comity.authorities.catalogue import DISCLAIMER, Catalogue, chosen
from comity.authorities.finder import FinderAnswer, Judgement, find
from comity.authorities.query import Query
from comity.terms.authority import Authority, Verdict
from comity.terms.errors import InputError
from comity.terms.provenance import Provenance

if TYPE_CHECKING:
    import numpy as np

MOST_NEEDS = 24


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
                 "wait_days": j.wait, "reasons": list(j.reasons)}
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


@dataclass(frozen=True, slots=True)
class Combinations:
    """The best sets, cheapest first, and the needs that no authority carries.

    Parameters
    ----------
    answers
        The finder's answer to each need.
    options
        The sets.
    uncovered
        Needs that nothing in the catalogue carries; their nearest misses are in ``answers``.
    """

    answers: tuple[FinderAnswer, ...]
    options: tuple[Combination, ...]
    uncovered: tuple[Query, ...]
    weights: CombinationWeights
    provenance: Provenance
    disclaimer: str = DISCLAIMER

    @property
    def single(self) -> bool:
        """Whether one authority carries the whole package."""
        return not self.uncovered and bool(self.options) and len(self.options[0].authorities) == 1

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "disclaimer": self.disclaimer,
            "needs": [answer.query.to_dict() for answer in self.answers],
            "options": [option.to_dict() for option in self.options],
            "uncovered": [
                {
                    "need": query.to_dict(),
                    "near_misses": [j.to_dict() for j in answer.near_misses()],
                }
                for answer in self.answers
                for query in self.uncovered
                if answer.query is query
            ],
            "weights": asdict(self.weights),
            "provenance": self.provenance.to_dict(),
        }


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


def combine(
    needs: Sequence[Query],
    book: Catalogue | None = None,
    *,
    weights: CombinationWeights = SMALLEST,
    allow_checks: bool = True,
    most: int = 3,
) -> Combinations:
    """Search the best sets of authorities for a package.

    Parameters
    ----------
    needs
        What the package consists of, one question for each part.
    book
        The catalogue; Comity's own when left out.
    weights
        What a set costs: ``SMALLEST``, ``QUICKEST`` or your own.
    allow_checks
        Whether an authority that must still be checked may carry a need; one that leans to no
        never may.
    most
        Number of different sets.

    Raises
    ------
    InputError
        If there are no needs, or more than two dozen.
    """
    if not 1 <= len(needs) <= MOST_NEEDS:
        raise InputError(f"A package has 1 to {MOST_NEEDS} needs, not {len(needs)}.")
    book = chosen(book)
    answers = tuple(find(need, book) for need in needs)
    carriers = [_carriers(answer, allow_checks=allow_checks) for answer in answers]
    covered = [i for i, found in enumerate(carriers) if found]
    cover = _Cover([needs[i] for i in covered], [carriers[i] for i in covered], weights)
    options = cover.solve(most) if covered else ()
    uncovered = tuple(needs[i] for i in range(len(needs)) if i not in covered)
    provenance = Provenance(
        recipe="authorities set cover",
        data=answers[0].provenance.data,
        dropped=tuple(f"no authority carries {q.activity} for {q.recipient}" for q in uncovered),
        assumed=("weights are Comity defaults",),
    )
    return Combinations(answers, options, uncovered, weights, provenance)


def _carriers(answer: FinderAnswer, *, allow_checks: bool) -> tuple[Judgement, ...]:
    found = (*answer.usable, *answer.conditional)
    return (*found, *answer.to_check) if allow_checks else found


class _Cover:
    """The set cover as a mixed-integer program: which set, and who carries which need."""

    def __init__(
        self,
        needs: Sequence[Query],
        carriers: Sequence[Sequence[Judgement]],
        weights: CombinationWeights,
    ) -> None:
        self.needs, self.weights = needs, weights
        self.pairs = [(i, j) for i, found in enumerate(carriers) for j in found]
        self.records = list({j.authority.id: j.authority for _, j in self.pairs}.values())
        self.approvers = sorted({a for r in self.records for a in r.approval.approvers})
        self.accounts = sorted({account_of(r) for r in self.records})
        self.last = max((q.until or q.on for q in needs), default=None)
        sizes = (len(self.records), len(self.approvers), len(self.accounts), len(self.pairs), 1)
        starts = [sum(sizes[:k]) for k in range(len(sizes))]
        self.at_record, self.at_approver, self.at_account, self.at_pair, self.at_wait = starts
        self.size = sum(sizes)

    def solve(self, most: int) -> tuple[Combination, ...]:
        """Return the cheapest sets, each different from those before it."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        costs = self._costs()
        matrix, low, high = self._constraints()
        upper = np.ones(self.size)
        upper[self.at_wait] = np.inf
        whole = np.ones(self.size, dtype=np.int64)
        whole[self.at_wait] = 0
        found: list[Combination] = []
        while len(found) < most:
            result = milp(
                costs,
                constraints=LinearConstraint(matrix, low, high),
                bounds=Bounds(np.zeros(self.size), upper),
                integrality=whole,
            )
            if result.x is None:
                break
            option = self._read(result.x, float(result.fun))
            found.append(option)
            matrix, low, high = self._without(option, matrix, low, high)
        return tuple(found)

    def _costs(self) -> "np.ndarray[Any, Any]":
        import numpy as np

        weights, costs = self.weights, np.zeros(self.size)
        for k, record in enumerate(self.records):
            costs[self.at_record + k] = (
                weights.authority
                + weights.report * len(record.reports)
                + weights.sunset * has_sunset_risk(record, self.last)
            )
        costs[self.at_approver : self.at_account] = weights.approver
        costs[self.at_account : self.at_pair] = weights.account
        for k, (_, judgement) in enumerate(self.pairs):
            unsure = judgement.verdict is Verdict.CHECK
            costs[self.at_pair + k] = weights.loose * judgement.looseness + weights.check * unsure
        costs[self.at_wait] = weights.wait_day
        return costs

    def _constraints(self) -> tuple[Any, Any, Any]:
        """Each need has one carrier; a carrier brings its record, approvers, account and wait."""
        import numpy as np

        rows: list[Any] = []
        low: list[float] = []
        for i in range(len(self.needs)):
            row = np.zeros(self.size)
            row[[self.at_pair + k for k, (need, _) in enumerate(self.pairs) if need == i]] = 1
            rows.append(row)
            low.append(1)
        for k, (_, judgement) in enumerate(self.pairs):
            place = next(n for n, r in enumerate(self.records) if r.id == judgement.authority.id)
            rows += [
                self._at_least(self.at_record + place, self.at_pair + k, 1),
                self._at_least(self.at_wait, self.at_pair + k, judgement.wait),
            ]
        for k, record in enumerate(self.records):
            for name in record.approval.approvers:
                place = self.at_approver + self.approvers.index(name)
                rows.append(self._at_least(place, self.at_record + k, 1))
            place = self.at_account + self.accounts.index(account_of(record))
            rows.append(self._at_least(place, self.at_record + k, 1))
        low += [0.0] * (len(rows) - len(low))
        return np.array(rows), np.array(low), np.full(len(rows), np.inf)

    def _at_least(self, larger: int, smaller: int, times: float) -> "np.ndarray[Any, Any]":
        """Return the row of ``larger - times * smaller >= 0``."""
        import numpy as np

        row = np.zeros(self.size)
        row[larger], row[smaller] = 1.0, -float(times)
        return row

    def _without(
        self, option: Combination, matrix: Any, low: Any, high: Any
    ) -> tuple[Any, Any, Any]:
        """Forbid a set that was found, and every set that holds it."""
        import numpy as np

        row = np.zeros(self.size)
        chosen = {record.id for record in option.authorities}
        for k, record in enumerate(self.records):
            row[self.at_record + k] = float(record.id in chosen)
        return (
            np.vstack([matrix, row]),
            np.append(low, -np.inf),
            np.append(high, len(chosen) - 1.0),
        )

    def _read(self, solution: Any, cost: float) -> Combination:
        carriers: dict[int, Judgement] = {}
        for k, (need, judgement) in enumerate(self.pairs):
            if solution[self.at_pair + k] > 0.5:
                carriers[need] = judgement
        ordered = tuple(carriers[i] for i in range(len(self.needs)))
        return Combination(tuple(self.needs), ordered, cost)
