"""A formula with more terms in front of its own."""

from comity.methods.formula import Formula, parse_formula, term_name
from comity.terms.errors import InputError


def with_terms(formula: str, more: tuple[str, ...]) -> tuple[str, Formula]:
    """Return the formula with terms added, as text and parsed.

    Parameters
    ----------
    more
        Terms as a formula writes them, such as ``a*b``. A name with odd signs stands between
        backticks.

    Raises
    ------
    InputError
        If the formula already has one of them, or has instruments.

    Examples
    --------
    >>> with_terms("y ~ x | unit", ("a*b",))[0]
    'y ~ a + b + x + a:b | unit'
    """
    parsed = parse_formula(formula)
    if parsed.endogenous:
        raise InputError("Leave the instruments out of this formula.")
    fresh = parse_formula(f"y ~ {' + '.join(more)}").terms
    twice = {term_name(t) for t in fresh} & {term_name(t) for t in parsed.terms}
    if twice:
        raise InputError(f"Leave {', '.join(sorted(twice))} out of the formula; it is added.")
    whole = Formula(
        parsed.outcome,
        tuple(sorted((*fresh, *parsed.terms), key=len)),
        parsed.intercept,
        parsed.effects,
    )
    return str(whole), whole
