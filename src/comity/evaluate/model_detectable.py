"""What a design could find, before anyone looks at what it finds."""

from typing import Any

import numpy as np

from comity.evaluate.model_answer import ModelAnswer
from comity.evaluate.panel_errors import Errors
from comity.evaluate.panel_run import run_panel
from comity.methods.detectable import minimum_detectable
from comity.methods.formula import parse_formula
from comity.methods.panel_columns import Table, factor_columns
from comity.terms.errors import InputError, UnknownName
from comity.terms.evaluation import DesignKind


def find_detectable(
    table: Table,
    formula: str,
    *,
    terms: tuple[str, ...] = (),
    errors: Errors,
    weights: str = "",
    family: str = "gaussian",
    powers: tuple[float, ...] = (0.8, 0.9),
    level: float = 0.05,
) -> ModelAnswer:
    """Smallest true coefficient that a test finds; no estimate is shown.

    Parameters
    ----------
    terms
        Which terms; all but the intercept when empty.
    powers
        Chances of finding it.
    level
        Level of the two-sided test.

    References
    ----------
    :cite:p:`bloom1995`.

    Raises
    ------
    InputError
        If a power does not lie between the level and one.
    UnknownName
        If a term is not in the model.
    """
    if not 0 < level < 1 or any(not level < power < 1 for power in powers):
        raise InputError("A power lies between the level and one, such as --power 0.8.")
    found = run_panel(table, formula, errors=errors, weights=weights, family=family)
    rows = [row for row in found.coefficients if row.term != "(Intercept)"]
    for name in terms:
        if name not in {row.term for row in rows}:
            raise UnknownName("term of the model", name, [row.term for row in rows])
    values = factor_columns(table, parse_formula(formula).outcome)[1][:, 0]
    spread = float(np.nanstd(values))
    shown: list[dict[str, Any]] = []
    for row in rows:
        if terms and row.term not in terms:
            continue
        for power in powers:
            size = minimum_detectable(row.std_error, found.degrees, power=power, level=level)
            line: dict[str, Any] = {
                "term": row.term,
                "power": power,
                "level": level,
                "std_error": row.std_error,
                "detectable": size,
            }
            if family == "gaussian":
                line["in_sd_of_outcome"] = size / spread if spread > 0 else None
            else:
                line["as_ratio"] = float(np.exp(size))
            shown.append(line)
    rule = f"{found.nobs:,} rows; {found.estimator}; errors {found.errors}; {found.small_sample}."
    kept = tuple(note for note in found.notes if not note.startswith("Nickell"))
    return ModelAnswer(
        "detectable",
        found.outcome,
        DesignKind.PANEL,
        (),
        {"detectable": tuple(shown)},
        (rule, *found.dropped, *kept, "Estimates are not shown: this comes before them."),
        "detectable",
    )
