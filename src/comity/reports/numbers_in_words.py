"""Numbers as a reader wants them: short, with thousands, and missing as a dash."""

from math import floor, isfinite, log10


def short(value: float | None, *, digits: int = 3) -> str:
    """Three significant digits, thousands grouped; whole numbers keep all of theirs.

    Examples
    --------
    >>> short(1234567.0), short(0.034567), short(2021.0), short(None)
    ('1,230,000', '0.0346', '2,021', '–')
    """
    if value is None or not isfinite(value):
        return "–"
    if value == 0:
        return "0"
    if abs(value) < 1e-6:
        return _minus(f"{value:.1e}")
    if value == int(value) and abs(value) < 10_000:
        return _minus(f"{int(value):,}")
    places = digits - 1 - floor(log10(abs(value)))
    rounded = round(value, places)
    return _minus(f"{rounded:,.{max(places, 0)}f}")


def money(value: float | None) -> str:
    r"""An amount with millions and billions in words.

    Examples
    --------
    >>> money(1.64e9), money(2_211_114.0), money(-22_533.0), money(0.0)
    ('1.64\xa0bn', '2.21\xa0m', '−22.5\xa0k', '0')
    """
    if value is None or not isfinite(value):
        return "–"
    for size, word in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if abs(value) >= size:
            return f"{short(value / size)}\xa0{word}"
    return short(value)


def percent(share: float | None) -> str:
    """A share as whole per cent; what is not quite nothing or everything says so."""
    if share is None or not isfinite(share):
        return "–"
    if 0 < share < 0.005:
        return "<1\xa0%"
    if 0.995 < share < 1:
        return ">99\xa0%"
    return f"{share:.0%}".replace("%", "\xa0%").replace("-", "−")


def points(share: float) -> str:
    """A difference of shares as whole percentile points with its sign."""
    return _minus(f"{100 * share:+.0f}")


def signed(value: float) -> str:
    """Points with their sign."""
    return _minus(f"{value:+.2f}")


def _minus(text: str) -> str:
    return text.replace("-", "−", 1) if text.startswith("-") else text


def rank_span(low: float, high: float) -> str:
    """An interval of ranks in whole numbers, outwards."""
    first, last = floor(low), -floor(-high)
    return f"{first}" if first == last else f"{first}–{last}"
