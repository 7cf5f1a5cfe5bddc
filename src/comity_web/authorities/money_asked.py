"""Appropriations in an address: ``money=om-dsca:2027:50M``, one for each account and year."""

from collections.abc import Iterable

from django.http import QueryDict

from comity.authorities.programs import Money, accounts
from comity.authorities.vocabulary import whole_dollars
from comity.terms.errors import InputError, UnknownName

FIELDS = ("money_account", "money_year", "money_usd")


def money_asked(texts: Iterable[str]) -> tuple[Money, ...]:
    """Read the appropriations of an address.

    Raises
    ------
    InputError
        If one is not account, year and amount; names the accounts where that is unknown.
    """
    return tuple(_money(text) for text in texts if text)


def _money(text: str) -> Money:
    account, _, rest = text.partition(":")
    year, _, usd = rest.partition(":")
    if not year.isdigit() or not usd:
        raise InputError(
            f"{text!r} is no appropriation; write account:year:amount, om-dsca:2027:5M."
        )
    if account not in accounts():
        told = str(UnknownName("account", account, accounts()))
        raise InputError(f"{told} Known: {', '.join(accounts())}.")
    return Money(account, int(year), whole_dollars(usd), "as entered")


def joined(data: QueryDict) -> str | None:
    """Return the appropriation of the three fields of the form as one text; none if all are empty."""
    given = [data.get(name, "").strip() for name in FIELDS]
    return ":".join(given) if all(given) else None
