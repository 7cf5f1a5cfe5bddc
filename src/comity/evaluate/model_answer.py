"""The answer of one kind of model: estimates side by side, the tables with them, what to mind."""

from dataclasses import asdict, dataclass, field
from typing import Any

from comity.methods.detectable import minimum_detectable
from comity.terms.estimate import Claim, Estimate
from comity.terms.evaluation import DesignKind

Rows = tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """What the commands on single models answer with; all have this shape in JSON.

    Parameters
    ----------
    model
        Name of the command.
    outcome
        The outcome that was looked at; empty where none was.
    design
        How the answer was sought, in the words of the evaluation record.
    estimates
        One for each estimator.
    tables
        Further tables by name, each a tuple of rows.
    notes
        Warnings that belong with the numbers, one sentence each.
    main
        Table that files and the terminal show first; the estimates when empty.
    assumptions_tested
        What was done to test the design's assumptions, in the user's words.
    """

    model: str
    outcome: str
    design: DesignKind
    estimates: tuple[Estimate, ...] = ()
    tables: dict[str, Rows] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    main: str = ""
    assumptions_tested: str = ""

    @property
    def claim(self) -> Claim:
        """What the design lets its numbers be called."""
        return claim_of(self.design, self.assumptions_tested)

    def rows(self) -> Rows:
        """Return the main table, one mapping for each row."""
        if self.main:
            return self.tables[self.main]
        return tuple(row for estimate in self.estimates for row in _rows(estimate))

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "model": self.model,
            "outcome": self.outcome,
            "design": self.design.value,
            "claim": self.claim.value,
            "assumptions_tested": self.assumptions_tested,
            "estimates": [asdict(estimate) for estimate in self.estimates],
            "tables": {name: list(rows) for name, rows in self.tables.items()},
            "notes": list(self.notes),
        }


def claim_of(design: DesignKind, assumptions_tested: str) -> Claim:
    """Name what a design may claim: *effect* only where it can earn it and was put to the test."""
    earned = design.may_earn_effect and bool(assumptions_tested.strip())
    return Claim.EFFECT if earned else Claim.ASSOCIATION


def _rows(estimate: Estimate) -> list[dict[str, Any]]:
    """What could have been found stands before what was found."""
    return [
        {
            "estimator": estimate.estimator,
            "term": row.term,
            "detectable": minimum_detectable(row.std_error, estimate.degrees),
            **{name: value for name, value in asdict(row).items() if name != "term"},
        }
        for row in estimate.coefficients
    ]
