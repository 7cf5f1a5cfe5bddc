"""The language of model formulas: ``y ~ treat * x + log(z) | unit + year | endog ~ instrument``.

::

    formula  =  outcome "~" terms [ "|" effects ] [ "|" terms "~" terms ]
    terms    =  product { ("+" | "-") product }
    product  =  single { "*" single }            a*b is a + b + a:b
    single   =  atom { ":" atom }
    atom     =  name | function "(" ... ")" | name "^" number | "(" terms ")" | "0" | "1"
    effects  =  name { "^" name } { "+" ... }    region^year is one effect for each pair
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from comity.methods.formula_tokens import Tokens
from comity.terms.errors import InputError

FUNCTIONS = ("log", "log1p", "exp", "sqrt", "asinh", "abs", "l", "f", "d", "i")


@dataclass(frozen=True, slots=True)
class Factor:
    """A variable, or a function of one.

    Parameters
    ----------
    variable
        Name of the column.
    function
        One of ``FUNCTIONS``, ``power``, or empty for the column itself. ``l``, ``f`` and ``d`` are
        the lag, the lead and the difference within a unit; ``i`` is one column for each value.
    number
        Periods of a lag, lead or difference; the exponent of a power.
    by
        Second variable of ``i``: one slope for each value of the first.
    reference
        Value of ``i`` that is left out.
    """

    variable: str
    function: str = ""
    number: float = 1.0
    by: str = ""
    reference: str | None = None

    def __str__(self) -> str:
        """Return the text that a formula would use."""
        name = _quoted(self.variable)
        if not self.function:
            return name
        if self.function == "power":
            return f"{name}^{self.number:g}"
        parts = [name]
        if self.function in {"l", "f", "d"}:
            parts.append(f"{self.number:g}")
        if self.by:
            parts.append(_quoted(self.by))
        if self.reference is not None:
            parts.append(f"ref={self.reference}")
        return f"{self.function}({', '.join(parts)})"

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns that the factor reads."""
        return (self.variable, self.by) if self.by else (self.variable,)


Term = tuple[Factor, ...]


def _quoted(name: str) -> str:
    return name if re.fullmatch(r"[^\W\d][\w.]*", name) else f"`{name}`"


def term_name(term: Term) -> str:
    """Name of a term: its factors joined by colons; ``(Intercept)`` for the empty one."""
    return ":".join(map(str, term)) or "(Intercept)"


@dataclass(frozen=True, slots=True)
class Formula:
    """A parsed formula.

    Parameters
    ----------
    outcome
        Left-hand side.
    terms
        Right-hand side, main terms before interactions, without the intercept.
    intercept
        Whether there is one; never with fixed effects, which contain it.
    effects
        Fixed effects, each the columns whose combinations it is.
    endogenous, instruments
        The two sides of the instrument part; empty without one.
    """

    outcome: Factor
    terms: tuple[Term, ...]
    intercept: bool = True
    effects: tuple[tuple[str, ...], ...] = ()
    endogenous: tuple[Term, ...] = ()
    instruments: tuple[Term, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the formula reads, each once."""
        found: list[str] = list(self.outcome.columns)
        for term in (*self.terms, *self.endogenous, *self.instruments):
            for factor in term:
                found.extend(factor.columns)
        for effect in self.effects:
            found.extend(effect)
        return tuple(dict.fromkeys(found))

    def __str__(self) -> str:
        """Return the formula as text that parses to the same formula."""
        right = " + ".join(map(term_name, self.terms)) or "1"
        if not self.intercept and not self.effects:
            right = f"0 + {right}" if self.terms else "0"
        text = f"{self.outcome} ~ {right}"
        if self.effects:
            text += " | " + " + ".join("^".join(map(_quoted, e)) for e in self.effects)
        if self.endogenous:
            left = " + ".join(map(term_name, self.endogenous))
            text += f" | {left} ~ {' + '.join(map(term_name, self.instruments))}"
        return text


def parse_formula(text: str) -> Formula:
    """Read a formula.

    Raises
    ------
    InputError
        If the text is not a formula; says at which character and what was expected there.

    Examples
    --------
    >>> str(parse_formula("y ~ a*b | unit + year"))
    'y ~ a + b + a:b | unit + year'
    >>> parse_formula("y ~ 1 | unit | x ~ z").instruments[0][0].variable
    'z'
    """
    tokens = Tokens(text)
    outcome = _atom(tokens)
    if len(outcome) != 1 or len(outcome[0]) != 1:
        raise tokens.refusal("one outcome before the ~")
    tokens.expect("~")
    intercept, terms = _terms(tokens)
    effects: tuple[tuple[str, ...], ...] = ()
    endogenous: tuple[Term, ...] = ()
    instruments: tuple[Term, ...] = ()
    if tokens.accept("|"):
        if "~" not in tokens.until("|"):
            effects = _effects(tokens)
            if tokens.accept("|"):
                endogenous, instruments = _instruments(tokens)
        else:
            endogenous, instruments = _instruments(tokens)
    tokens.expect_end()
    return Formula(
        outcome[0][0],
        _by_degree(terms),
        intercept and not effects,
        effects,
        endogenous,
        instruments,
    )


def parse_effects(text: str) -> tuple[tuple[str, ...], ...]:
    """Read fixed effects or clustering variables such as ``unit + region^year``.

    Raises
    ------
    InputError
        If the text is something else.

    Examples
    --------
    >>> parse_effects("unit + region^year")
    (('unit',), ('region', 'year'))
    """
    tokens = Tokens(text)
    effects = _effects(tokens)
    tokens.expect_end()
    return effects


def _by_degree(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Main terms first, as R orders them; each term once, whatever the order of its factors."""
    unique: dict[frozenset[Factor], Term] = {}
    for term in terms:
        unique.setdefault(frozenset(term), term)
    return tuple(sorted(unique.values(), key=len))


def _effects(tokens: Tokens) -> tuple[tuple[str, ...], ...]:
    if tokens.peek() in {"0", "1"}:
        tokens.take()
        return ()
    effects: list[tuple[str, ...]] = []
    while True:
        names = [tokens.name()]
        while tokens.accept("^"):
            names.append(tokens.name())
        if tuple(names) not in effects:
            effects.append(tuple(names))
        if not tokens.accept("+"):
            return tuple(effects)


def _instruments(tokens: Tokens) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    _, endogenous = _terms(tokens)
    tokens.expect("~")
    _, instruments = _terms(tokens)
    if not endogenous or not instruments:
        raise tokens.refusal("endogenous variables, a ~ and instruments after the last bar")
    if len(instruments) < len(endogenous):
        raise InputError(
            f"There are {len(endogenous)} endogenous variables but {len(instruments)} instruments;"
            " give at least one instrument for each."
        )
    return _by_degree(endogenous), _by_degree(instruments)


def _terms(tokens: Tokens) -> tuple[bool, list[Term]]:
    """Sum of products; the empty term stands for the intercept while reading."""
    found: list[Term] = [()]
    sign = "-" if tokens.accept("-") else "+"
    while True:
        for term in _product(tokens):
            _add(found, term, sign)
        if tokens.peek() not in {"+", "-"}:
            break
        sign = tokens.take()
    return () in found, [term for term in found if term]


def _add(found: list[Term], term: Term, sign: str) -> None:
    zero = term == (_ZERO,)
    if zero:
        term, sign = (), "-" if sign == "+" else "+"
    same = [t for t in found if frozenset(t) == frozenset(term)]
    if sign == "-":
        for t in same:
            found.remove(t)
    elif not same:
        found.append(term)


_ZERO = Factor("0")


def _product(tokens: Tokens) -> list[Term]:
    found = _single(tokens)
    while tokens.accept("*"):
        right = _single(tokens)
        found = [*found, *right, *_crossed(found, right)]
    return found


def _single(tokens: Tokens) -> list[Term]:
    found = _atom(tokens)
    while tokens.accept(":"):
        found = _crossed(found, _atom(tokens))
    return found


def _crossed(left: list[Term], right: list[Term]) -> list[Term]:
    return [tuple(dict.fromkeys((*a, *b))) for a in left for b in right]


def _atom(tokens: Tokens) -> list[Term]:
    if tokens.accept("("):
        intercept, inner = _terms(tokens)
        tokens.expect(")")
        if not intercept:
            raise tokens.refusal("no 0 or -1 inside brackets")
        return inner
    if tokens.peek() in {"0", "1"}:
        return [(_ZERO,)] if tokens.take() == "0" else [()]
    name = tokens.name()
    if tokens.accept("("):
        return [(_call(tokens, name),)]
    if tokens.accept("^"):
        return [(Factor(name, "power", tokens.number()),)]
    return [(Factor(name),)]


def _call(tokens: Tokens, function: str) -> Factor:
    if function not in FUNCTIONS:
        raise InputError(
            f"There is no function {function!r} in formulas; use one of {', '.join(FUNCTIONS)}."
        )
    variable = tokens.name()
    number, by, reference = 1.0, "", None
    while tokens.accept(","):
        if function == "i" and tokens.peek() == "ref":
            tokens.take()
            tokens.expect("=")
            reference = tokens.value()
        elif function == "i" and not by:
            by = tokens.name()
        elif function in {"l", "f", "d"}:
            number = tokens.number()
        else:
            raise tokens.refusal(f"a closing bracket after {function}({variable}")
    tokens.expect(")")
    return Factor(variable, function, number, by, reference)
