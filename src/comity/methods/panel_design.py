"""The rows and matrices of a model: formula and table in, complete rows out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from comity.methods.formula import Formula, Term
from comity.methods.panel_columns import Table, combined_codes, factor_columns, term_columns
from comity.methods.panel_demean import singletons
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import DataMissing, InputError

DEPENDENT = 1e-10
_ABSORBED = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """Matrices of one model on its complete rows.

    Parameters
    ----------
    formula
        What was asked for.
    names, X
        Terms and their columns ``(n, K)``, with the intercept first where there is one.
    y
        Outcome ``(n,)``.
    endogenous_names, endogenous, instrument_names, instruments
        The instrument part ``(n, p)`` and ``(n, q)``; no columns without one.
    effects
        Codes of each fixed effect ``(n,)``.
    clusters
        Codes of each clustering variable by name ``(n,)``.
    weights
        Positive weights ``(n,)``, or none.
    rows
        Which rows of the table are in ``(rows of the table,)``.
    dropped
        Why rows were left out, one sentence each.
    """

    formula: Formula
    names: tuple[str, ...]
    X: FloatArray
    y: FloatArray
    endogenous_names: tuple[str, ...]
    endogenous: FloatArray
    instrument_names: tuple[str, ...]
    instruments: FloatArray
    effects: tuple[IntArray, ...]
    clusters: dict[str, IntArray]
    weights: FloatArray | None
    rows: BoolArray
    dropped: tuple[str, ...]

    def keep(self, inside: BoolArray, reason: str) -> "Design":
        """Return the design on fewer of its rows."""
        rows = self.rows.copy()
        rows[np.flatnonzero(self.rows)[~inside]] = False
        return Design(
            self.formula,
            self.names,
            self.X[inside],
            self.y[inside],
            self.endogenous_names,
            self.endogenous[inside],
            self.instrument_names,
            self.instruments[inside],
            tuple(code[inside] for code in self.effects),
            {name: code[inside] for name, code in self.clusters.items()},
            None if self.weights is None else self.weights[inside],
            rows,
            (*self.dropped, reason),
        )


def make_design(
    table: Table,
    formula: Formula,
    *,
    clusters: Sequence[tuple[str, ...]] = (),
    weights: str = "",
    drop_singletons: bool = False,
) -> Design:
    """Rows with every value that the model needs, as matrices.

    Parameters
    ----------
    clusters
        Clustering variables, each the columns whose combinations it is.
    weights
        Column of positive weights; empty for none.
    drop_singletons
        Whether rows alone in a level of an effect are left out. fixest keeps them by default, and
        so does Comity: they change no coefficient.

    Raises
    ------
    DataMissing
        If no row is complete.
    InputError
        If a weight is not positive.
    """
    y = factor_columns(table, formula.outcome)[1]
    lead: tuple[Term, ...] = ((),) if formula.intercept else ()
    names, X = _stacked(table, (*lead, *formula.terms))
    endogenous_names, endogenous = _stacked(table, formula.endogenous)
    instrument_names, instruments = _stacked(table, formula.instruments)
    effects = [combined_codes(table, effect) for effect in formula.effects]
    groups = {"^".join(names): combined_codes(table, names) for names in clusters}
    w = table.numbers(weights) if weights else None
    if y.shape[1] != 1:
        raise InputError(
            f"The outcome {formula.outcome} makes {y.shape[1]} columns; it must be one."
        )
    values = np.hstack([y, X, endogenous, instruments])
    complete = np.asarray(np.isfinite(values).all(axis=1), dtype=np.bool_)
    for code in (*effects, *groups.values()):
        complete = complete & (code >= 0)
    if w is not None:
        complete = complete & np.isfinite(w)
        _check_weights(w[complete], weights)
    if not complete.any():
        raise DataMissing(
            f"No row has every value that {formula} needs; leave out the emptiest column."
        )
    design = Design(
        formula,
        names,
        X,
        y[:, 0],
        endogenous_names,
        endogenous,
        instrument_names,
        instruments,
        tuple(effects),
        groups,
        w,
        np.ones(len(table), dtype=bool),
        (),
    )
    lost = int((~complete).sum())
    if lost:
        text = f"{lost} of {len(table)} rows lack a value that the model needs."
        design = design.keep(complete, text)
    return _without_singletons(design) if drop_singletons else design


def _without_singletons(design: Design) -> Design:
    alone = singletons(design.effects)
    if not design.effects or not alone.any():
        return design
    if alone.all():
        raise DataMissing("Every row is alone in a level of some fixed effect; use fewer effects.")
    return design.keep(~alone, f"{int(alone.sum())} rows were alone in a level of a fixed effect.")


def _check_weights(w: FloatArray, name: str) -> None:
    if (w <= 0).any():
        raise InputError(
            f"The weights {name!r} hold {int((w <= 0).sum())} values that are not positive;"
            " leave those rows out of the sample."
        )


def _stacked(table: Table, terms: Sequence[Term]) -> tuple[tuple[str, ...], FloatArray]:
    names: list[str] = []
    columns: list[FloatArray] = []
    for term in terms:
        found, values = term_columns(table, term)
        names.extend(found)
        columns.append(values)
    if not columns:
        return (), np.zeros((len(table), 0))
    return tuple(names), np.hstack(columns)


def independent(cross: FloatArray, *, original: FloatArray | None = None) -> BoolArray:
    """Which columns are no combination of earlier ones, from their cross product ``(K,)``.

    Parameters
    ----------
    cross
        Cross product of the columns as the model sees them ``(K, K)``.
    original
        Sum of squares of each column before the fixed effects were swept out ``(K,)``; a column
        that the effects explain but for a share of 1e-12 counts as explained.
    """
    diagonal = np.diag(cross)
    before = diagonal if original is None else original
    kept = diagonal > _ABSORBED * np.maximum(before, np.finfo(float).tiny)
    factor = np.zeros_like(cross)
    for j in range(len(diagonal)):
        if not kept[j]:
            continue
        done = np.flatnonzero(kept[:j])
        row = cross[j, done].copy()
        for at, k in enumerate(done):
            row[at] = (row[at] - row[:at] @ factor[k, done[:at]]) / factor[k, k]
        left = diagonal[j] - row @ row
        if left <= DEPENDENT * diagonal[j]:
            kept[j] = False
            continue
        factor[j, done] = row
        factor[j, j] = np.sqrt(left)
    return kept
