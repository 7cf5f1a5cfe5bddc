"""Double coding: how far two or more coders of the same cases agree, condition by condition."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from comity.methods.agreement import Agreement, Metric, Weights, alpha, kappa
from comity.terms.arrays import FloatArray
from comity.terms.errors import FileError, InputError
from comity.world.reading import MISSING, read_numbered

#: Krippendorff's own rule of thumb: below the first draw no conclusion, above the second rely.
TENTATIVE, RELIABLE = 0.667, 0.800


@dataclass(frozen=True, slots=True)
class ConditionAgreement:
    """Agreement on one condition.

    Parameters
    ----------
    condition
        Name of the condition.
    alpha
        Krippendorff's alpha.
    kappa
        Cohen's kappa; None unless there are exactly two coders.
    disputed
        Units on which the coders differ.
    """

    condition: str
    alpha: Agreement
    kappa: Agreement | None
    disputed: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """What Krippendorff's rule of thumb says."""
        value = self.alpha.coefficient
        if np.isnan(value):
            return "no variation"
        if value >= RELIABLE:
            return "reliable"
        return "tentative" if value >= TENTATIVE else "not reliable"

    def to_row(self) -> dict[str, object]:
        """Return one row of a table."""
        return {
            "condition": self.condition,
            "alpha": self.alpha.coefficient,
            "kappa": self.kappa.coefficient if self.kappa else None,
            "units": self.alpha.units,
            "verdict": self.verdict,
            "disputed": list(self.disputed),
        }


def agreement_in_table(
    path: Path, metric: Metric, weights: Weights
) -> tuple[ConditionAgreement, ...]:
    """Agreement in one table: a line for each unit, a column for each coder.

    Parameters
    ----------
    path
        CSV file; the first column names the unit, an empty cell is no code. Codes that are text
        are told apart by their text, and then only the nominal metric has a meaning.

    Raises
    ------
    InputError
        If there are fewer than two coders, or text codes with another metric.
    """
    rows = read_numbered(path, required=())
    columns = list(rows[0][1]) if rows else []
    if len(columns) < 3:
        raise FileError(path, "expected a column of units and at least two columns of coders.")
    units = tuple(row[columns[0]].strip() for _, row in rows)
    texts = [[row[c].strip() for _, row in rows] for c in columns[1:]]
    codes = _numbers(texts, path, metric)
    return (_agreement("all", units, codes, metric, weights),)


def agreement_of_tables(
    paths: Sequence[Path], metric: Metric, weights: Weights
) -> tuple[ConditionAgreement, ...]:
    """Agreement of case tables that coders filled in apart, condition by condition.

    Parameters
    ----------
    paths
        One CSV file for each coder, with the same conditions; rows are matched by case and phase.

    Raises
    ------
    InputError
        If the tables have no condition or no case in common.
    """
    tables = [_coded(path) for path in paths]
    conditions = [c for c in tables[0][1] if all(c in other for _, other in tables[1:])]
    units = tuple(dict.fromkeys(unit for found, _ in tables for unit in found))
    shared = [unit for unit in units if sum(unit in found for found, _ in tables) > 1]
    if not conditions or not shared:
        raise InputError(
            "The tables have no condition or no case in common; give them the same headings."
        )
    answers = []
    for condition in conditions:
        texts = [[found.get(unit, {}).get(condition, "") for unit in units] for found, _ in tables]
        codes = _numbers(texts, paths[0], metric)
        answers.append(_agreement(condition, units, codes, metric, weights))
    return tuple(answers)


def _coded(path: Path) -> tuple[dict[str, dict[str, str]], list[str]]:
    rows = read_numbered(path, required=())
    if not rows:
        raise FileError(path, "there are no cases below the heading.")
    columns = list(rows[0][1])
    about = {"phase", "start", "end", "break_reason", "coder", "note"}
    first = next((c for c in columns if not c or c.lower() == "case"), columns[0])
    found: dict[str, dict[str, str]] = {}
    for line, row in rows:
        unit = " ".join(row[c].strip() for c in (first, "phase") if row.get(c, "").strip())
        if unit in found:
            raise FileError(path, f"{unit!r} is there twice.", line=line)
        found[unit] = {name: text.strip() for name, text in row.items()}
    return found, [c for c in columns if c != first and c.lower() not in about]


def _numbers(texts: list[list[str]], path: Path, metric: Metric) -> FloatArray:
    """Codes as numbers; text codes get arbitrary numbers, which only the nominal metric allows."""
    flat = [text for coder in texts for text in coder if text not in MISSING]
    try:
        numbers = {text: float(text) for text in flat}
    except ValueError:
        if metric is not Metric.NOMINAL:
            raise FileError(
                path, f"codes are text, so the {metric} metric has no meaning.", mend="Use nominal."
            ) from None
        numbers = {text: float(i) for i, text in enumerate(sorted(set(flat)))}
    return np.array([[numbers.get(text, np.nan) for text in coder] for coder in texts])


def _agreement(
    condition: str, units: tuple[str, ...], codes: FloatArray, metric: Metric, weights: Weights
) -> ConditionAgreement:
    highest, lowest = (
        f(np.where(np.isnan(codes), w, codes), axis=0)
        for f, w in ((np.max, -np.inf), (np.min, np.inf))
    )
    return ConditionAgreement(
        condition,
        alpha(codes, metric),
        kappa(codes[0], codes[1], weights) if len(codes) == 2 else None,
        tuple(unit for unit, high, low in zip(units, highest, lowest, strict=True) if high > low),
    )
