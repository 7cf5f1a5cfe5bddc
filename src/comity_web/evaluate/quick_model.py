"""One model from a formula, answered at once; what would keep others waiting is refused kindly."""

import shlex
from dataclasses import dataclass

from comity.evaluate.panel_errors import Errors, parse_errors
from comity.evaluate.panel_run import FAMILIES, default_errors, run_panel
from comity.methods.formula import Formula, parse_formula
from comity.methods.panel_columns import Table
from comity.terms.errors import InputError
from comity.terms.estimate import Estimate

VCOV = ("iid", "hetero", "HC2", "HC3", "CR1", "CR3")
#: Rows times squared columns of one model that a page answers at once; a Comity default.
MOST_WORK = 2e8
_POISSON = 20
LONGEST = 500


@dataclass(frozen=True, slots=True)
class QuickQuestion:
    """What the quick form asks, in the words of ``comity evaluate panel``.

    Parameters
    ----------
    formula
        Such as ``y ~ treat + x1 | unit + year``.
    unit, period
        Columns, for lags and leads.
    cluster, vcov
        Standard errors; fixest's default where both are empty.
    weights
        A column.
    family
        ``gaussian`` or ``poisson``.
    """

    formula: str
    unit: str = ""
    period: str = ""
    cluster: str = ""
    vcov: str = ""
    weights: str = ""
    family: str = "gaussian"

    @property
    def errors(self) -> Errors:
        """Standard errors that are wanted.

        Raises
        ------
        InputError
            If kind and clusters do not go together.
        """
        if not self.cluster:
            if self.vcov in {"CR1", "CR3"}:
                raise InputError(f"{self.vcov} errors need clusters, such as the unit.")
            return (
                parse_errors(self.vcov)
                if self.vcov
                else default_errors(parse_formula(self.formula))
            )
        if self.vcov not in {"", "CR1", "CR3"}:
            raise InputError(f"{self.vcov} errors take no clusters; leave one of the two out.")
        return parse_errors(f"CR3: {self.cluster}" if self.vcov == "CR3" else self.cluster)

    def command(self, file: str) -> str:
        """Return the command that gives the same on one's own machine."""
        parts = ["comity", "evaluate", "panel", "--data", file, "--formula", self.formula]
        for name in ("cluster", "vcov", "weights", "unit", "period"):
            value = getattr(self, name)
            parts += [f"--{name}", value] if value else []
        if self.family != "gaussian":
            parts += ["--family", self.family]
        return shlex.join(parts)


def quick_model(table: Table, question: QuickQuestion) -> Estimate:
    """Estimate at once.

    Raises
    ------
    InputError
        If the model cannot be read or estimated, or would take long; says what to do.
    """
    if len(question.formula) > LONGEST:
        raise InputError(f"A formula has {LONGEST} characters at most.")
    if question.family not in FAMILIES:
        raise InputError(f"There is no family {question.family!r}; choose {' or '.join(FAMILIES)}.")
    named = Table(table.columns, question.unit, question.period)
    for column in (question.unit, question.period):
        if column:
            named.column(column)
    _refuse_long(named, parse_formula(question.formula), question.family)
    return run_panel(
        named,
        question.formula,
        errors=question.errors,
        weights=question.weights,
        family=question.family,
    )


def _refuse_long(table: Table, formula: Formula, family: str) -> None:
    columns = 1 + sum(
        _width(table, term) for term in (*formula.terms, *formula.endogenous, *formula.instruments)
    )
    work = len(table) * columns**2 * (_POISSON if family == "poisson" else 1)
    if work > MOST_WORK:
        raise InputError(
            f"With {len(table):,} rows and {columns:,} columns this would keep others waiting; "
            "absorb categories after the bar, or run the same command on your own machine."
        )


def _width(table: Table, term: tuple[object, ...]) -> int:
    """Columns that a term becomes; categories have one for each value."""
    width = 1
    for factor in term:
        if getattr(factor, "function", "") == "i":
            width *= max(len(set(table.column(factor.variable).tolist())), 1)  # type: ignore[attr-defined]
    return width
