"""Rules that choose rows: ``year >= 1991 and region in ("Africa", "Asia") and not conflict == 1``."""

import ast
import operator
from collections.abc import Callable
from typing import Any

import numpy as np

from comity.methods.panel_columns import Table
from comity.terms.arrays import BoolArray
from comity.terms.errors import RecipeError

_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


def rows_of_rule(rule: str, table: Table) -> BoolArray:
    """Rows that a rule takes ``(n,)``; a row whose value is missing is not taken.

    Raises
    ------
    RecipeError
        If the rule uses anything but columns, values, comparisons, ``in``, ``and``, ``or`` and
        ``not``.
    UnknownName
        If it names a column that is not there.

    Examples
    --------
    >>> import numpy as np
    >>> table = Table({"year": np.array([1990.0, 1992.0, np.nan])})
    >>> rows_of_rule("year >= 1991", table).tolist()
    [False, True, False]
    """
    if not rule.strip():
        return np.ones(len(table), dtype=bool)
    try:
        tree = ast.parse(rule.strip(), mode="eval").body
    except (SyntaxError, ValueError) as problem:
        raise RecipeError(f"The sample rule {rule!r} cannot be read: {_EXAMPLE}") from problem
    return _Rule(rule, table).rows(tree)


_EXAMPLE = 'write it like year >= 1991 and region in ("Africa", "Asia").'


class _Rule:
    def __init__(self, rule: str, table: Table) -> None:
        self.rule, self.table = rule, table

    def rows(self, node: ast.expr) -> BoolArray:
        """Rows that are true and known, so that neither a rule nor its denial takes a gap."""
        true, known = self._truth(node)
        return true & known

    def _truth(self, node: ast.expr) -> tuple[BoolArray, BoolArray]:
        if isinstance(node, ast.BoolOp):
            parts = [self._truth(value) for value in node.values]
            every = isinstance(node.op, ast.And)
            truths = np.array([t for t, _ in parts], dtype=np.bool_)
            known = np.array([k for _, k in parts], dtype=np.bool_).all(axis=0)
            joint = truths.all(axis=0) if every else truths.any(axis=0)
            return np.asarray(joint, dtype=np.bool_), np.asarray(known, dtype=np.bool_)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            true, known = self._truth(node.operand)
            return ~true, known
        if isinstance(node, ast.Compare):
            return self._compared(node)
        raise self._refusal(node)

    def _compared(self, node: ast.Compare) -> tuple[BoolArray, BoolArray]:
        column = self._column(node.left)
        known = np.array([v == v and v is not None and v != "" for v in column], dtype=bool)
        true = np.ones(len(column), dtype=bool)
        for comparison, right in zip(node.ops, node.comparators, strict=True):
            value = self._value(right)
            if isinstance(comparison, ast.In | ast.NotIn):
                inside = np.isin(column.astype(object), list(value))
                true &= inside if isinstance(comparison, ast.In) else ~inside
            else:
                true &= self._ordered(comparison, column, value, known)
        if len(node.ops) > 1:
            raise self._refusal(node)
        return true, known

    def _ordered(
        self, comparison: ast.cmpop, column: Any, value: Any, known: BoolArray
    ) -> BoolArray:
        words = column.dtype.kind not in "biuf"
        if isinstance(value, str) != words or type(comparison) not in _COMPARE:
            kind = "words" if words else "numbers"
            raise RecipeError(f"The sample rule {self.rule!r} compares {kind} with {value!r}.")
        out = np.zeros(len(column), dtype=bool)
        out[known] = _COMPARE[type(comparison)](column[known], value)
        return out

    def _column(self, node: ast.expr) -> Any:
        parts: list[str] = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            raise self._refusal(node)
        return np.asarray(self.table.column(".".join([node.id, *reversed(parts)])))

    def _value(self, node: ast.expr) -> Any:
        try:
            value = ast.literal_eval(node)
        except ValueError:
            raise self._refusal(node) from None
        return value

    def _refusal(self, node: ast.AST) -> RecipeError:
        what = ast.unparse(node)
        return RecipeError(f"The sample rule {self.rule!r} uses {what!r}: {_EXAMPLE}")
