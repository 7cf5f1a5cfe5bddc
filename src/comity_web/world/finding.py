"""Find partners by whatever a person writes: a name, a code, or a part of a name."""

from dataclasses import dataclass

from comity.terms.errors import InputError, UnknownName
from comity.terms.partner import Partner
from comity.world.names import name_key
from comity.world.partners import partners

_MOST = 40


@dataclass(frozen=True, slots=True)
class Found:
    """What answers to some words.

    Parameters
    ----------
    exact
        The one partner that is meant; None where there is none or several.
    several
        Partners that may be meant.
    nearest
        Names to suggest where nothing answers.
    """

    exact: Partner | None = None
    several: tuple[Partner, ...] = ()
    nearest: tuple[str, ...] = ()


def find(words: str) -> Found:
    """Look for partners."""
    words = words.strip()
    if not words:
        return Found()
    try:
        return Found(exact=partners().resolve(words))
    except UnknownName as unknown:
        several = _holding(words)
        if len(several) == 1:
            return Found(exact=several[0])
        return Found(several=several, nearest=() if several else tuple(unknown.nearest))
    except InputError:  # several are called so
        return Found(several=_holding(words))


def _holding(words: str) -> tuple[Partner, ...]:
    """Partners with a name in which every word begins a word."""
    wanted = name_key(words).split()
    found = [
        partner
        for partner in partners()
        if any(_begins(wanted, name_key(name)) for name in (partner.name, *partner.variants))
    ]
    return tuple(found[:_MOST])


def _begins(wanted: list[str], key: str) -> bool:
    return bool(wanted) and all(
        any(part.startswith(word) for part in key.split()) for word in wanted
    )
