"""All combinations of a study's alternatives, numbered, or a table of chosen ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import numpy as np

from comity.evaluate.study import Study
from comity.terms.arrays import IntArray
from comity.terms.errors import RecipeError, UnknownName

OUTER = ("sample", "absorbed", "weights", "errors", "estimator")
INNER = ("outcome", "treatment", "moderator", "quantity")
LIMIT = 2**62


@dataclass(frozen=True, eq=False)
class Universe:
    """Specifications by number; the last choice varies fastest.

    Parameters
    ----------
    study
        The study.
    labels
        Names of the alternatives of each choice, in order; a control that may be in or out is a
        choice called ``control: ...`` with the alternatives ``out`` and ``in``.
    own
        Alternatives of each specification where the user gives a table ``(S, choices)``.
    """

    study: Study
    labels: Mapping[str, tuple[str, ...]]
    own: IntArray | None = None

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many alternatives each choice has."""
        return tuple(len(names) for names in self.labels.values())

    def __len__(self) -> int:
        """Specifications."""
        if self.own is not None:
            return len(self.own)
        total = 1
        for size in self.sizes:
            total *= size
        return total

    @property
    def digest(self) -> str:
        """Digest of the study and of the user's own table."""
        own = b"" if self.own is None else np.ascontiguousarray(self.own).tobytes()
        return sha256(self.study.digest.encode() + own).hexdigest()[:12]

    def alternatives(self, numbers: IntArray) -> IntArray:
        """Alternative of each choice in each specification ``(S, choices)``."""
        if self.own is not None:
            return self.own[numbers]
        out = np.empty((len(numbers), len(self.sizes)), dtype=np.int64)
        rest = numbers.astype(np.int64)
        for at in range(len(self.sizes) - 1, -1, -1):
            rest, out[:, at] = np.divmod(rest, self.sizes[at])
        return out


def universe_of(study: Study, own: Sequence[Mapping[str, str]] | None = None) -> Universe:
    """Number all specifications of a study, or take the user's own table of them.

    Parameters
    ----------
    own
        One mapping for each specification, with any of the keys ``sample``, ``absorbed``,
        ``weights``, ``errors``, ``estimator``, ``outcome``, ``treatment``, ``moderator``,
        ``quantity`` and ``controls`` (optional controls that are in, joined by semicolons). A key
        that is left out takes the study's first alternative, and no optional control.

    Raises
    ------
    RecipeError
        If there are too many combinations to number, or a column is unknown.
    UnknownName
        If the table names an alternative that the study does not list.
    """
    labels = _labels(study)
    if own is None:
        universe = Universe(study, labels)
        total = 1.0
        for size in universe.sizes:
            total *= size
        if total > LIMIT:
            raise RecipeError(
                f"The study has about {total:.0e} specifications; list fewer alternatives."
            )
        return universe
    if not own:
        raise RecipeError("The table of specifications has no rows.")
    rows = [_own_row(labels, row, number) for number, row in enumerate(own, start=2)]
    return Universe(study, labels, np.array(rows, dtype=np.int64))


def option_label(group: Sequence[str]) -> str:
    """Name of a control, or of a group of controls that go together."""
    return " + ".join(group)


def _labels(study: Study) -> dict[str, tuple[str, ...]]:
    labels: dict[str, tuple[str, ...]] = {
        "sample": tuple(study.samples),
        "absorbed": study.absorbed,
        "weights": study.weights,
        "errors": study.errors,
        "estimator": study.estimators,
        "outcome": tuple(o.label for o in study.outcomes),
        "treatment": tuple(t.label for t in study.treatments),
        "moderator": study.moderators,
        "quantity": study.quantities,
    }
    for group in study.options:
        labels[f"control: {option_label(group)}"] = ("out", "in")
    return labels


def _own_row(labels: Mapping[str, tuple[str, ...]], row: Mapping[str, str], line: int) -> list[int]:
    unknown = set(row) - {*OUTER, *INNER, "controls"}
    if unknown:
        name = min(unknown)
        raise RecipeError(
            f"The table of specifications has a column {name!r}; use"
            f" {', '.join((*OUTER, *INNER, 'controls'))}."
        )
    controls = [part.strip() for part in (row.get("controls") or "").split(";") if part.strip()]
    known = [name.removeprefix("control: ") for name in labels if name.startswith("control: ")]
    for control in controls:
        if control not in known:
            raise UnknownName(f"optional control in line {line}", control, known)
    found: list[int] = []
    for name, alternatives in labels.items():
        if name.startswith("control: "):
            found.append(int(name.removeprefix("control: ") in controls))
            continue
        wanted = (row.get(name) or "").strip() or alternatives[0]
        if wanted not in alternatives:
            raise UnknownName(f"{name} in line {line}", wanted, alternatives)
        found.append(alternatives.index(wanted))
    return found
