"""What minimising a truth table gives: models, their terms and how well they fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.methods.qca_fit import Sufficiency, share, sufficiency
from comity.methods.qca_term import Term
from comity.methods.qca_truth_table import Out, TruthTable
from comity.terms.arrays import BoolArray, FloatArray
from comity.terms.provenance import Provenance

if TYPE_CHECKING:
    import pandas as pd


class Kind(StrEnum):
    """How much use is made of combinations that no case shows."""

    CONSERVATIVE = "conservative"
    PARSIMONIOUS = "parsimonious"
    INTERMEDIATE = "intermediate"


@dataclass(frozen=True, slots=True)
class TermFit:
    """One term of a model and how well it goes with the outcome.

    Parameters
    ----------
    text
        The term, such as ``A*~B``.
    fit
        Inclusion, PRI and coverage.
    unique
        Coverage that no other term of the model gives.
    cases
        Cases with more than half membership in the term.
    """

    text: str
    fit: Sufficiency
    unique: float
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """One minimal model: its terms, their fit, and the fit of the whole.

    Parameters
    ----------
    terms
        Terms, in order.
    fit
        Inclusion, PRI and coverage of the union.
    assumed
        How many remainder rows the model takes as positive (simplifying assumptions).
    """

    terms: tuple[TermFit, ...]
    fit: Sufficiency
    assumed: int

    @property
    def texts(self) -> tuple[str, ...]:
        """The terms as text."""
        return tuple(term.text for term in self.terms)

    def __str__(self) -> str:
        return " + ".join(self.texts)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "terms": list(self.texts),
            "inclusion": self.fit.inclusion,
            "pri": self.fit.pri,
            "coverage": self.fit.coverage,
            "term_fits": [
                {
                    "term": term.text,
                    "inclusion": term.fit.inclusion,
                    "pri": term.fit.pri,
                    "coverage": term.fit.coverage,
                    "unique_coverage": term.unique,
                    "cases": list(term.cases),
                }
                for term in self.terms
            ],
            "assumed_rows": self.assumed,
        }


@dataclass(frozen=True, slots=True)
class Solution:
    """Every tied minimal model of one kind. What it shows is association, not effect.

    Parameters
    ----------
    kind
        Conservative (also called complex), parsimonious or intermediate.
    outcome
        Name of the outcome, ``~`` before it where it is negated.
    models
        The models.
    tied
        How many models tie; more than ``models`` only where there were too many to list.
    prime_implicants
        How many prime implicants there were to choose from.
    notes
        What a reader should know before using it, one sentence each.
    table
        The truth table that was minimised.
    provenance
        Recipe and edition of the data.
    """

    kind: Kind
    outcome: str
    models: tuple[Model, ...]
    tied: int
    prime_implicants: int
    notes: tuple[str, ...]
    table: TruthTable
    provenance: Provenance

    def __str__(self) -> str:
        return "\n".join(f"M{i}: {model}" for i, model in enumerate(self.models, 1))

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "outcome": self.outcome,
            "solution": self.kind.value,
            "conditions": list(self.table.conditions),
            "models": [model.to_dict() for model in self.models],
            "tied_models": self.tied,
            "prime_implicants": self.prime_implicants,
            "truth_table": self.table.to_dicts(),
            "notes": list(self.notes),
            "provenance": self.provenance.to_dict(),
        }

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each term of each model."""
        import pandas as pd

        return pd.DataFrame(
            [
                {"model": f"M{i}", **row}
                for i, model in enumerate(self.models, 1)
                for row in model.to_dict()["term_fits"]
            ]
        )


def fit_models(models: Sequence[tuple[Term, ...]], table: TruthTable) -> tuple[Model, ...]:
    """Compute the fit of each model and of each of its terms over all cases."""
    cases, positive = table.cases, table.cases.member.sum()
    terms = sorted({term for model in models for term in model}, key=lambda term: term.sort_key)
    place = {term: i for i, term in enumerate(terms)}
    members = np.array([term.membership(cases.sets) for term in terms])
    fits = [sufficiency(member, cases.member) for member in members]
    names = [tuple(cases.names[i] for i in np.flatnonzero(member > 0.5)) for member in members]
    texts = [term.text(cases.conditions) for term in terms]
    unseen = _unseen(terms, table)

    def fitted(model: tuple[Term, ...]) -> Model:
        chosen = [place[term] for term in model]
        whole = sufficiency(members[chosen].max(axis=0), cases.member)
        others = np.minimum(_without_each(members[chosen]), cases.member).sum(axis=1)
        parts = tuple(
            TermFit(texts[i], fits[i], whole.coverage - share(other, positive), names[i])
            for i, other in zip(chosen, others, strict=True)
        )
        assumed = np.bitwise_count(np.bitwise_or.reduce(unseen[chosen], axis=0)).sum()
        return Model(parts, whole, int(assumed))

    return tuple(fitted(model) for model in models)


def combinations_of(terms: Sequence[Term], conditions: int) -> BoolArray:
    """Mark every combination that belongs to at least one term ``(2 ** conditions,)``."""
    rows = np.arange(1 << conditions)
    marked: BoolArray = np.zeros(len(rows), dtype=bool)
    for term in terms:
        marked |= (rows & term.care) == term.value
    return marked


def _without_each(members: FloatArray) -> FloatArray:
    """Union of all terms but one, for each one that is left out ``(n_terms, n_cases)``."""
    if len(members) == 1:
        return np.zeros_like(members)
    second, first = np.partition(members, -2, axis=0)[-2:]
    alone = (members == first) & (first > second)
    return np.where(alone, second, first)


def _unseen(terms: Sequence[Term], table: TruthTable) -> "np.ndarray[Any, np.dtype[np.uint8]]":
    """Remainder rows that each term covers, eight to a byte."""
    observed = [row.corner for row in table.rows if row.out is not Out.REMAINDER]
    packed = []
    for term in terms:
        rows = combinations_of([term], len(table.conditions))
        rows[observed] = False
        packed.append(np.packbits(rows))
    return np.array(packed)
