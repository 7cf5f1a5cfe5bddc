"""Terms of a Boolean expression: which conditions are present, absent, or do not matter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from comity.terms.arrays import FloatArray
from comity.terms.errors import InputError, UnknownName

_RESERVED = set("*+~,()")


@dataclass(frozen=True, slots=True)
class Term:
    """A conjunction of present and absent conditions.

    Bits count from the first condition, which is the most significant.

    Parameters
    ----------
    care
        One bit for each condition that is part of the term.
    value
        One bit for each of those that is present; no bit outside ``care``.
    """

    care: int
    value: int

    @property
    def literals(self) -> int:
        """How many conditions the term names."""
        return self.care.bit_count()

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Short terms first, then by the conditions' own order, absent before present."""
        return (self.literals, -self.care, self.value)

    def covers(self, row: int) -> bool:
        """Whether a combination of conditions (an integer of bits) belongs to the term."""
        return row & self.care == self.value

    def text(self, conditions: Sequence[str]) -> str:
        """Write the term as ``A*~B``.

        Examples
        --------
        >>> Term(0b110, 0b100).text(["A", "B", "C"])
        'A*~B'
        """
        top = len(conditions) - 1
        return "*".join(
            name if self.value >> (top - i) & 1 else f"~{name}"
            for i, name in enumerate(conditions)
            if self.care >> (top - i) & 1
        )

    def membership(self, sets: FloatArray) -> FloatArray:
        """Membership of each case in the term, the least of its literals ``(n_cases,)``.

        Parameters
        ----------
        sets
            Membership of each case in each condition, 0 to 1 ``(n_cases, n_conditions)``.
        """
        top = sets.shape[1] - 1
        least = np.ones(len(sets))
        for i in range(sets.shape[1]):
            if self.care >> (top - i) & 1:
                present = self.value >> (top - i) & 1
                np.minimum(least, sets[:, i] if present else 1 - sets[:, i], out=least)
        return least


def parse_term(text: str, conditions: Sequence[str]) -> Term:
    """Read ``A*~B`` (or one literal) as a term.

    Raises
    ------
    UnknownName
        If a literal names no condition.
    InputError
        If a condition is named twice or a literal is empty.

    Examples
    --------
    >>> parse_term("A*~C", ["A", "B", "C"])
    Term(care=5, value=4)
    """
    care = value = 0
    for literal in text.split("*"):
        name = literal.strip().removeprefix("~").strip()
        if name not in conditions:
            raise UnknownName("condition", name, conditions)
        bit = 1 << (len(conditions) - 1 - list(conditions).index(name))
        if care & bit:
            raise InputError(f"The term {text!r} names {name!r} twice; name each condition once.")
        care |= bit
        value |= 0 if literal.strip().startswith("~") else bit
    return Term(care, value)


def union(terms: Iterable[Term], sets: FloatArray) -> FloatArray:
    """Membership of each case in a solution, the greatest of its terms ``(n_cases,)``."""
    greatest = np.zeros(len(sets))
    for term in terms:
        np.maximum(greatest, term.membership(sets), out=greatest)
    return greatest


def refuse_bad_names(names: Sequence[str]) -> None:
    """Refuse names that could not be told apart inside an expression.

    Raises
    ------
    InputError
        If a name is empty, repeated, or holds one of ``* + ~ , ( )``.
    """
    for name in names:
        if not name.strip() or _RESERVED & set(name):
            raise InputError(
                f"A condition is called {name!r}; give it a name without * + ~ , ( and )."
            )
    if len(set(names)) != len(names):
        again = sorted({name for name in names if list(names).count(name) > 1})
        raise InputError(f"Two columns are called {again[0]!r}; give each its own name.")
