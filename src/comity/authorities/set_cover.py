"""The weighted set cover behind ``combine``, as a mixed-integer program."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from comity.authorities.combination import (
    Combination,
    CombinationWeights,
    account_of,
    has_sunset_risk,
)
from comity.authorities.judgement import Judgement
from comity.authorities.query import Query
from comity.terms.authority import Verdict

if TYPE_CHECKING:
    import numpy as np


class SetCover:
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
                + weights.report * len({report.name for report in record.reports})
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
