"""Cases as sets: how far each case belongs to each condition and to the outcome."""

import hashlib
from dataclasses import dataclass

import numpy as np

from comity.methods.qca_term import refuse_bad_names
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import InputError

MAX_CONDITIONS = 20
_SHOWN = 5


@dataclass(frozen=True, slots=True, eq=False)
class Cases:
    """Calibrated cases.

    Parameters
    ----------
    names
        One name for each row ``(n,)``.
    conditions
        Names of the conditions ``(k,)``; at most 20.
    sets
        Membership in each condition, 0 to 1 ``(n, k)``.
    outcome
        Name of the outcome; a leading ``~`` says that it is the negated outcome.
    member
        Membership in the outcome, 0 to 1 ``(n,)``.
    clusters
        The case that each row belongs to, where rows are phases of cases ``(n,)``; each row is
        its own cluster when left out.

    Raises
    ------
    InputError
        If sizes differ, a value is missing or outside 0 to 1, or there are too many conditions.
    """

    names: tuple[str, ...]
    conditions: tuple[str, ...]
    sets: FloatArray
    outcome: str
    member: FloatArray
    clusters: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.clusters:
            object.__setattr__(self, "clusters", self.names)
        _refuse_bad_shape(self)
        refuse_bad_names((*self.conditions, self.outcome.removeprefix("~")))
        _refuse_outside(self.names, self.conditions, self.sets)
        _refuse_outside(self.names, (self.outcome,), self.member[:, None])

    @property
    def crisp(self) -> bool:
        """Whether every value is 0 or 1."""
        return bool(np.isin(self.sets, (0, 1)).all() and np.isin(self.member, (0, 1)).all())

    @property
    def corners(self) -> IntArray:
        """Combination of conditions that each case is closest to, as bits ``(n,)``.

        A membership of exactly 0.5 is on neither side; it counts as absent, as in R's QCA.
        """
        weights = 1 << np.arange(len(self.conditions) - 1, -1, -1, dtype=np.int64)
        corners: IntArray = (self.sets > 0.5).astype(np.int64) @ weights
        return corners

    @property
    def on_the_fence(self) -> tuple[str, ...]:
        """Sentences about memberships of exactly 0.5, at most five."""
        rows, columns = np.nonzero(self.sets == 0.5)
        seen = [
            f"{self.names[i]} is exactly 0.5 in {self.conditions[j]} and counts as absent there"
            for i, j in zip(rows[:_SHOWN], columns[:_SHOWN], strict=True)
        ]
        more = len(rows) - len(seen)
        return (*seen, f"and {more} more at exactly 0.5") if more > 0 else tuple(seen)

    @property
    def digest(self) -> str:
        """Short digest of names and values, the edition of the data."""
        text = hashlib.sha256()
        for part in (*self.names, *self.conditions, self.outcome, *self.clusters):
            text.update(part.encode() + b"\0")
        text.update(np.ascontiguousarray(self.sets).tobytes())
        text.update(np.ascontiguousarray(self.member).tobytes())
        return text.hexdigest()[:12]

    def take(self, rows: IntArray | BoolArray) -> "Cases":
        """Return some of the rows, in the order given; a row may come twice."""
        picked = np.arange(len(self.names))[rows]
        return Cases(
            names=tuple(self.names[i] for i in picked),
            conditions=self.conditions,
            sets=self.sets[picked],
            outcome=self.outcome,
            member=self.member[picked],
            clusters=tuple(self.clusters[i] for i in picked),
        )

    def negated(self) -> "Cases":
        """Return the same cases with the absence of the outcome as the outcome."""
        bare = self.outcome.removeprefix("~")
        return Cases(
            self.names,
            self.conditions,
            self.sets,
            bare if self.outcome.startswith("~") else f"~{bare}",
            1 - self.member,
            self.clusters,
        )


def _refuse_bad_shape(cases: Cases) -> None:
    n, k = len(cases.names), len(cases.conditions)
    if n == 0 or k == 0:
        raise InputError("There are no cases or no conditions; give at least one of each.")
    if k > MAX_CONDITIONS:
        raise InputError(
            f"There are {k} conditions; choose at most {MAX_CONDITIONS} "
            "(with few cases, seldom more than a handful can be told apart)."
        )
    if cases.sets.shape != (n, k) or cases.member.shape != (n,) or len(cases.clusters) != n:
        raise InputError(
            f"Expected {n} by {k} memberships and {n} outcomes and clusters, got "
            f"{cases.sets.shape}, {cases.member.shape} and {len(cases.clusters)}."
        )


def _refuse_outside(names: tuple[str, ...], columns: tuple[str, ...], values: FloatArray) -> None:
    inside = (values >= 0) & (values <= 1)
    if inside.all():
        return
    i, j = (int(x) for x in np.argwhere(~inside)[0])
    shown = "missing" if np.isnan(values[i, j]) else f"{values[i, j]:g}"
    raise InputError(
        f"{names[i]}, column {columns[j]!r} is {shown}; a membership goes from 0 (out of the set) "
        "to 1 (in it). Calibrate the column first, or leave the case or the column out."
    )
