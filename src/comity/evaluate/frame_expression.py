"""Columns computed from columns: ``lag(log1p(positive(total) / population), 1)``.

::

    numbers and columns     + - * / and brackets; a comparison gives 1 or 0
    log log1p asinh sqrt abs
    positive(x)             negative values as 0
    most(x, y)  least(x, y) the larger, the smaller
    either(x, y)            x, and y where x is missing
    lag(x, k)               k periods back within the unit; negative k looks ahead
    since(x)                periods since x was last above 0 (0 in that period); missing before
    ever(x)                 largest value of the unit in any period
    standard(x)             (x - mean) / standard deviation over all rows
    quantile(x, q)          q-quantile of the values above 0, one number

A missing value makes whatever is computed from it missing.
"""

import ast
import operator
from collections.abc import Callable
from typing import Any

import numpy as np

from comity.methods.panel_columns import Table, codes, shifted
from comity.terms.arrays import FloatArray
from comity.terms.errors import RecipeError

_ARITHMETIC: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
}
_PLAIN: dict[str, Callable[..., Any]] = {
    "log": np.log,
    "log1p": np.log1p,
    "asinh": np.arcsinh,
    "sqrt": np.sqrt,
    "abs": np.abs,
    "positive": lambda x: np.maximum(x, 0.0),
    "most": np.maximum,
    "least": np.minimum,
    "either": lambda x, y: np.where(np.isnan(x), y, x),
}
_OF_PANEL = ("lag", "since", "ever", "standard", "quantile")


def column_of(text: str, table: Table) -> FloatArray:
    """Compute one column ``(n,)``.

    Parameters
    ----------
    text
        The expression.
    table
        Columns to compute from, with unit and period named.

    Raises
    ------
    RecipeError
        If the expression uses anything but what the module lists.
    UnknownName
        If it names a column that is not there.

    Examples
    --------
    >>> import numpy as np
    >>> table = Table({"x": np.array([1.0, -3.0, np.nan])})
    >>> column_of("positive(x) * 2", table).tolist()
    [2.0, 0.0, nan]
    """
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as problem:
        raise RecipeError(f"The column {text!r} cannot be read ({problem.msg}).") from problem
    with np.errstate(divide="ignore", invalid="ignore"):
        found = _Expression(text, table).value(tree)
    column = np.broadcast_to(np.asarray(found, dtype=np.float64), (len(table),)).copy()
    column[~np.isfinite(column)] = np.nan
    return column


class _Expression:
    def __init__(self, text: str, table: Table) -> None:
        self.text, self.table = text, table

    def value(self, node: ast.expr) -> Any:
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            return float(node.value)
        if isinstance(node, ast.Name):
            return self.table.numbers(node.id)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return -self.value(node.operand)
        if isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
            return _ARITHMETIC[type(node.op)](self.value(node.left), self.value(node.right))
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            return self._compared(node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            return self._called(node.func.id, [self.value(one) for one in node.args])
        raise self._refusal(node)

    def _compared(self, node: ast.Compare) -> FloatArray:
        if type(node.ops[0]) not in _COMPARE:
            raise self._refusal(node)
        left, right = self.value(node.left), self.value(node.comparators[0])
        true = np.asarray(_COMPARE[type(node.ops[0])](left, right), dtype=np.float64)
        return np.where(np.isnan(left) | np.isnan(right), np.nan, true)

    def _called(self, name: str, values: list[Any]) -> Any:
        try:
            if name in _PLAIN:
                return _PLAIN[name](*values)
            if name in _OF_PANEL:
                return getattr(self, f"_{name}")(*values)
        except TypeError as problem:
            raise RecipeError(f"The column {self.text!r}: {name} has wrong arguments.") from problem
        raise RecipeError(
            f"The column {self.text!r} uses {name!r}; known are {', '.join((*_PLAIN, *_OF_PANEL))}."
        )

    def _lag(self, x: FloatArray, periods: float) -> FloatArray:
        return shifted(self.table, x, periods)

    def _since(self, x: FloatArray) -> FloatArray:
        unit = codes(self.table.column(self.table.unit))
        period = self.table.numbers(self.table.period)
        found = np.full(len(x), np.nan)
        last: dict[int, float] = {}
        for row in np.lexsort((period, unit)):
            if x[row] > 0:
                last[unit[row]] = period[row]
            if unit[row] in last:
                found[row] = period[row] - last[unit[row]]
        return found

    def _ever(self, x: FloatArray) -> FloatArray:
        unit = codes(self.table.column(self.table.unit))
        largest = np.full(int(unit.max()) + 1, -np.inf)
        np.maximum.at(largest, unit[np.isfinite(x)], x[np.isfinite(x)])
        return np.where(np.isfinite(largest), largest, np.nan)[unit]

    def _standard(self, x: FloatArray) -> FloatArray:
        return np.asarray((x - np.nanmean(x)) / np.nanstd(x))

    def _quantile(self, x: FloatArray, q: float) -> float:
        above = x[x > 0]
        return float(np.quantile(above, q)) if len(above) else float("nan")

    def _refusal(self, node: ast.AST) -> RecipeError:
        return RecipeError(
            f"The column {self.text!r} uses {ast.unparse(node)!r}, which is unknown."
        )
