"""The little language of ``when``: the condition under which a step or notice arises.

``activity=train|equip``, ``recipient=police``, ``purpose=cyber``, ``group=NATO``, ``group!=NATO+5``,
``amount>1000000``, ``amount>=@excess-articles-notice``, ``project>@construction-paperwork``,
``years>5``; several joined by `` and ``. Anything that begins with ``if`` is for the reader.
"""

import re
from operator import ge, gt

from comity.authorities.dated import INSERT, shared_parameters, with_values
from comity.authorities.membership import any_of, belongs
from comity.authorities.query import Query
from comity.terms.errors import InputError

_TERM = re.compile(r"(activity|recipient|purpose|group|amount|project|years)(!=|>=|=|>)(\S+)")


def is_for_the_reader(condition: str) -> bool:
    """Whether the condition is in free words, which no machine answers."""
    return condition.startswith("if ")


def holds(condition: str, query: Query) -> bool | None:
    """Return whether a condition holds for a question; ``None`` where that is not known.

    Raises
    ------
    InputError
        If the condition is not in the little language.
    """
    if not condition:
        return True
    if is_for_the_reader(condition):
        return None
    answers = [_term(part.strip(), query) for part in condition.split(" and ")]
    if False in answers:
        return False
    return None if None in answers else True


def _term(term: str, query: Query) -> bool | None:
    match = _TERM.fullmatch(term)
    if match is None:
        raise InputError(
            f"{term!r} is not a condition; write for example activity=train|equip or amount>5000000."
        )
    name, sign, wanted = match.groups()
    if name in {"amount", "project", "years"}:
        return _compare(name, sign, wanted, query)
    answer = _group(wanted, query) if name == "group" else _word(name, wanted, query)
    return answer if sign == "=" or answer is None else not answer


def _word(name: str, wanted: str, query: Query) -> bool | None:
    given = getattr(query, name)
    return given in wanted.split("|") if given else None


def _group(wanted: str, query: Query) -> bool | None:
    if query.partner is None:
        return None
    return any_of([belongs(query.partner, group) for group in wanted.split("|")])


def _compare(name: str, sign: str, wanted: str, query: Query) -> bool | None:
    given = getattr(query, name)
    if name == "project" and given is None and query.activity == "construction":
        given = query.amount
    limit = number(wanted, query)
    if given is None or limit is None:
        return None
    return {">": gt, ">=": ge}[sign](given, limit)


def number(text: str, query: Query) -> float | None:
    """Read a number, or ``@name`` as the parameter's value on the question's first day."""
    if not text.startswith("@"):
        return float(text)
    value = shared_parameters()[text[1:]].get(query.on)
    return None if value is None else value.value


def in_words(text: str, query: Query) -> str:
    """Put the values of the question's first day in place of ``{@name}``."""
    return with_values(text, query.on)


def parameters_in(text: str) -> tuple[str, ...]:
    """Return the names of the parameters that a text mentions."""
    return tuple(INSERT.findall(text)) + tuple(re.findall(r"@([a-z0-9-]+)(?![}a-z0-9-])", text))
