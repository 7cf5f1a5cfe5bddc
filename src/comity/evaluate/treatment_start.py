"""When each unit's treatment starts, from a column of starts or one of zeros and ones."""

import numpy as np

from comity.methods.panel_columns import Table, codes, value_label
from comity.terms.arrays import FloatArray
from comity.terms.errors import InputError


def treatment_starts(table: Table, *, first: str = "", treatment: str = "") -> FloatArray:
    """First treated period of each row's unit; NaN for units that are never treated ``(n,)``.

    Parameters
    ----------
    table
        With unit and period named.
    first
        Column with the first treated period; empty, zero or infinite for never.
    treatment
        Column of zeros and ones that never goes back to zero.

    Raises
    ------
    InputError
        If not exactly one of the two is given, or the treatment is no switch that stays on.
    """
    if bool(first) == bool(treatment):
        raise InputError("Give the first treated period (--first) or the treatment (--treatment).")
    if first:
        start = table.numbers(first)
        return np.where((start == 0) | ~np.isfinite(start), np.nan, start)
    dose, period = table.numbers(treatment), table.numbers(table.period)
    if not np.isin(dose[np.isfinite(dose)], (0.0, 1.0)).all():
        raise InputError(f"The treatment {treatment!r} must be zeros and ones; give its start.")
    unit = codes(table.column(table.unit))
    out = np.full(len(table), np.nan)
    for code in np.unique(unit[unit >= 0]):
        rows = np.flatnonzero((unit == code) & np.isfinite(dose))
        on = rows[dose[rows] == 1]
        if not len(on):
            continue
        start = period[on].min()
        if (dose[rows[period[rows] >= start]] == 0).any():
            name = value_label(np.asarray(table.column(table.unit))[rows[0]])
            raise InputError(
                f"The treatment of {name} goes back to zero; these designs need one that stays on."
            )
        out[unit == code] = start
    return out
