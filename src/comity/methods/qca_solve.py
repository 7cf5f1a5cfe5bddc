"""Minimise a truth table: conservative, parsimonious and intermediate solutions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from comity.methods.qca_minimise import MAX_LISTED, Covers, minimal_covers
from comity.methods.qca_primes import prime_implicants
from comity.methods.qca_solution import Kind, Solution, combinations_of, fit_models
from comity.methods.qca_term import Term, parse_term
from comity.methods.qca_truth_table import Out, TruthTable
from comity.terms.arrays import BoolArray
from comity.terms.errors import InputError
from comity.terms.provenance import Provenance

_LOW_PRI = 0.5


def solve(
    table: TruthTable,
    kind: Kind = Kind.PARSIMONIOUS,
    *,
    expectations: Sequence[str] = (),
    exclude: Collection[int] = (),
    limit: int = MAX_LISTED,
) -> Solution:
    """Minimise the positive rows of a truth table.

    Parameters
    ----------
    table
        Truth table.
    kind
        ``conservative`` uses the positive rows only; ``parsimonious`` may use every remainder;
        ``intermediate`` only those remainders that the expectations make easy.
    expectations
        For the intermediate solution: ``A`` or ``~A``, the state of a condition that is expected
        to go with the outcome. A condition that is not named may not be dropped on this ground.
    exclude
        Numbers of remainder rows that may not be used (impossible or untenable combinations).
    limit
        How many tied models to list.

    Returns
    -------
    Solution
        Every minimal model with the fewest terms.

    Raises
    ------
    InputError
        If no row is positive, or if nothing is left to tell the positive rows from.

    Assumptions
    -----------
    Rows that count as negative or as contradictions are never covered.

    References
    ----------
    :cite:p:`ragin2008redesigning`, :cite:p:`dusa2019qca`
    """
    _refuse_nothing_to_explain(table, kind)
    problem = _Problem.of(table, exclude, limit)
    if kind is Kind.CONSERVATIVE:
        covers, primes = problem.conservative()
    elif kind is Kind.PARSIMONIOUS:
        covers, primes = problem.parsimonious()
    else:
        covers, primes = problem.intermediate(_expected(expectations, table))
    return Solution(
        kind=kind,
        outcome=table.cases.outcome,
        models=fit_models(covers.models, table),
        tied=covers.tied,
        prime_implicants=primes,
        notes=_notes(table, kind, expectations, covers),
        table=table,
        provenance=_provenance(table, kind, expectations, exclude),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Problem:
    """Rows to explain and rows that may not be touched."""

    table: TruthTable
    positive: tuple[int, ...]
    negative: BoolArray
    limit: int

    @classmethod
    def of(cls, table: TruthTable, exclude: Collection[int], limit: int) -> "_Problem":
        negative: BoolArray = np.zeros(1 << len(table.conditions), dtype=bool)
        told = [*table.corners(Out.ABSENT), *table.corners(Out.CONTRADICTION)]
        negative[told + _remainders(exclude, table)] = True
        return cls(table, table.corners(Out.PRESENT), negative, limit)

    def conservative(self) -> tuple[Covers, int]:
        return self._covers(np.zeros_like(self.negative))

    def parsimonious(self) -> tuple[Covers, int]:
        return self._covers(~self.negative)

    def intermediate(self, expected: Mapping[int, bool]) -> tuple[Covers, int]:
        """Minimise once for each pair of a conservative and a parsimonious model."""
        settled: dict[bytes, tuple[Covers, int]] = {}
        longest, _ = self.conservative()
        shortest, _ = self.parsimonious()
        for long in longest.models:
            for short in shortest.models:
                easy = self._easy(long, short, expected)
                key = np.packbits(easy).tobytes()
                if key not in settled:
                    settled[key] = self._covers(easy)
        models = {model for covers, _ in settled.values() for model in covers.models}
        ordered = sorted(models, key=lambda m: (len(m), [term.sort_key for term in m]))
        return Covers(tuple(ordered), len(ordered)), max(n for _, n in settled.values())

    def _covers(self, free: BoolArray) -> tuple[Covers, int]:
        """Minimise with the free rows at hand; a positive row is free to use in any case."""
        forbidden = ~free
        forbidden[list(self.positive)] = False
        primes = prime_implicants(
            self.positive, np.flatnonzero(forbidden).astype(np.int64), len(self.table.conditions)
        )
        return minimal_covers(primes, len(self.positive), limit=self.limit), len(primes)

    def _easy(
        self, long: Sequence[Term], short: Sequence[Term], expected: Mapping[int, bool]
    ) -> BoolArray:
        """Remainders that the expectations let a pair of models use (easy counterfactuals)."""
        between = {_between(a, b, expected) for a in long for b in short if _inside(a, b)}
        return combinations_of(tuple(between), len(self.table.conditions)) & ~self.negative


def _inside(long: Term, short: Term) -> bool:
    return long.care & short.care == short.care and long.value & short.care == short.value


def _between(long: Term, short: Term, expected: Mapping[int, bool]) -> Term:
    """Drop from the long term what contradicts an expectation, save what the short one needs."""
    care = long.care
    for bit, present in expected.items():
        if care & bit and not short.care & bit and bool(long.value & bit) is not present:
            care &= ~bit
    return Term(care, long.value & care)


def _remainders(exclude: Collection[int], table: TruthTable) -> list[int]:
    told = {row.row for row in table.rows if row.out is not Out.REMAINDER}
    for row in exclude:
        if not 1 <= row <= 1 << len(table.conditions) or row in told:
            raise InputError(
                f"Row {row} cannot be excluded; name a remainder row from 1 to "
                f"{1 << len(table.conditions)}."
            )
    return [row - 1 for row in exclude]


def _expected(expectations: Sequence[str], table: TruthTable) -> dict[int, bool]:
    expected: dict[int, bool] = {}
    for text in expectations:
        term = parse_term(text, table.conditions)
        if term.literals != 1 or term.care in expected:
            raise InputError(
                f"The expectation {text!r} is not one condition named once; write A or ~A."
            )
        expected[term.care] = bool(term.value)
    return expected


def _refuse_nothing_to_explain(table: TruthTable, kind: Kind) -> None:
    if not table.corners(Out.PRESENT):
        judged = (row.fit.inclusion for row in table.rows if row.out is not Out.REMAINDER)
        best = max(judged, default=float("nan"))
        raise InputError(
            f"No combination counts as positive for {table.cases.outcome!r}: the best inclusion "
            f"is {best:.3f} and the cut-off {table.cuts.inclusion:g}. Lower a cut-off, or "
            "explain the absence of the outcome."
        )
    told = table.corners(Out.ABSENT) or table.corners(Out.CONTRADICTION)
    unseen = len(table.corners(Out.PRESENT)) < 1 << len(table.conditions)
    if not told and not (kind is Kind.CONSERVATIVE and unseen):
        raise InputError(
            f"Every combination counts as positive for {table.cases.outcome!r}, so there is "
            "nothing to tell them from. Raise the inclusion cut-off or add cases without it."
        )


def _notes(
    table: TruthTable, kind: Kind, expectations: Sequence[str], covers: Covers
) -> tuple[str, ...]:
    notes = [f"{sentence}." for sentence in table.cases.on_the_fence]
    if kind is Kind.INTERMEDIATE and not expectations:
        notes.append(
            "No expectation was given, so no unseen combination is easy and the intermediate "
            "solution equals the conservative one."
        )
    weak = [str(row.row) for row in table.rows if row.out is Out.PRESENT and row.fit.pri < _LOW_PRI]
    if weak:
        notes.append(
            f"Positive rows with a PRI below {_LOW_PRI}: {', '.join(weak)}; their cases go almost "
            "as well with the absence of the outcome."
        )
    deviant = [name for row in table.rows if row.out is Out.PRESENT for name in row.deviant]
    if deviant:
        notes.append(f"Cases in positive rows without the outcome: {', '.join(deviant)}.")
    if covers.tied > 1:
        notes.append(f"{covers.tied} models tie; report them all or say why one is preferred.")
    if len(set(table.cases.clusters)) < len(table.cases.names):
        notes.append("Several rows belong to one case; they are not independent of one another.")
    return tuple(notes)


def _provenance(
    table: TruthTable, kind: Kind, expectations: Sequence[str], exclude: Collection[int]
) -> Provenance:
    cuts = table.cuts
    assumed = [f"expected: {text}" for text in expectations]
    assumed += [f"row {row} may not be used" for row in sorted(exclude)]
    return Provenance(
        recipe=f"qca {kind} inclusion {cuts.inclusion:g} n {cuts.n} pri {cuts.pri:g}",
        data=table.cases.digest,
        assumed=tuple(assumed),
    )
