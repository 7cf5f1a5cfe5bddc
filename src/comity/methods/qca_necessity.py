"""What is always there when the outcome is: necessary conditions, alone or as alternatives."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.methods.qca_cases import Cases
from comity.methods.qca_fit import Necessity, necessity
from comity.terms.arrays import FloatArray
from comity.terms.errors import InputError
from comity.terms.provenance import Provenance

if TYPE_CHECKING:
    import pandas as pd

_TOLERANCE = 1.5e-8


@dataclass(frozen=True, slots=True)
class NecessaryResult:
    """Conditions, and alternatives of conditions, that reach the cut-offs.

    Parameters
    ----------
    outcome
        Name of the outcome.
    found
        Expression such as ``A`` or ``A+~B``, and its fit; best inclusion first for each length.
    singles
        Every single condition and its absence with its fit, whether it reaches the cut-offs or not.
    provenance
        Recipe and edition of the data.
    """

    outcome: str
    found: tuple[tuple[str, Necessity], ...]
    singles: tuple[tuple[str, Necessity], ...]
    provenance: Provenance

    def to_dicts(self, *, singles: bool = False) -> list[dict[str, Any]]:
        """Return plain rows: expression, inclN, RoN, covN, necessary."""
        reached = {text for text, _ in self.found}
        return [
            {
                "expression": text,
                "inclN": fit.inclusion,
                "RoN": fit.ron,
                "covN": fit.coverage,
                "necessary": text in reached,
            }
            for text, fit in (self.singles if singles else self.found)
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "outcome": self.outcome,
            "necessary": self.to_dicts(),
            "conditions": self.to_dicts(singles=True),
            "provenance": self.provenance.to_dict(),
        }

    def to_frame(self) -> "pd.DataFrame":
        """Return every single condition as a frame."""
        import pandas as pd

        return pd.DataFrame(self.to_dicts(singles=True))


def necessary(
    cases: Cases, *, inclusion: float = 0.9, ron: float = 0.5, alternatives: int = 1
) -> NecessaryResult:
    """Find conditions that are there whenever the outcome is.

    Parameters
    ----------
    cases
        Calibrated cases.
    inclusion
        Least inclusion (consistency) of a necessary condition; a Comity default.
    ron
        Least relevance; without it, a condition that is nearly always there passes.
    alternatives
        How many conditions an alternative such as ``A+B`` may join; 1 tests single ones.

    Returns
    -------
    NecessaryResult
        An alternative is left out where a part of it is necessary already.

    Assumptions
    -----------
    Alternatives need a common meaning to be more than arithmetic: name it before using one.

    References
    ----------
    :cite:p:`schneider2012set`
    """
    for name, value in (("inclusion", inclusion), ("relevance", ron)):
        if not 0 <= value <= 1:
            raise InputError(f"The {name} cut-off is {value:g}; give a share from 0 to 1.")
    if alternatives < 1:
        raise InputError(f"Alternatives join {alternatives} conditions; give 1 or more.")
    found: list[tuple[str, Necessity]] = []
    done: list[frozenset[str]] = []
    for size in range(1, min(alternatives, len(cases.conditions)) + 1):
        level = []
        for literals, member in _joined(cases, size):
            if any(part <= literals for part in done):
                continue
            fit = necessity(member, cases.member)
            if fit.inclusion >= inclusion - _TOLERANCE and fit.ron >= ron - _TOLERANCE:
                level.append((_text(cases, literals), fit, literals))
        level.sort(key=lambda item: -item[1].inclusion)
        found += [(text, fit) for text, fit, _ in level]
        done += [literals for _, _, literals in level]
    singles = tuple(
        (_text(cases, literals), necessity(member, cases.member))
        for literals, member in _joined(cases, 1)
    )
    recipe = f"necessity inclusion {inclusion:g} ron {ron:g} alternatives {alternatives}"
    return NecessaryResult(
        cases.outcome, tuple(found), singles, Provenance(recipe=recipe, data=cases.digest)
    )


def _joined(cases: Cases, size: int) -> Iterator[tuple[frozenset[str], FloatArray]]:
    """Every alternative of ``size`` different conditions, present or absent."""
    for chosen in combinations(range(len(cases.conditions)), size):
        for present in product((True, False), repeat=size):
            pairs = list(zip(chosen, present, strict=True))
            parts = [cases.sets[:, i] if here else 1 - cases.sets[:, i] for i, here in pairs]
            names = frozenset(f"{'' if here else '~'}{cases.conditions[i]}" for i, here in pairs)
            yield names, np.max(parts, axis=0)


def _text(cases: Cases, literals: frozenset[str]) -> str:
    order = {name: i for i, name in enumerate(cases.conditions)}
    return "+".join(sorted(literals, key=lambda literal: order[literal.removeprefix("~")]))
