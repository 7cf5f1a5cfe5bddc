"""What is due, as a calendar file that calendar programs read (iCalendar, RFC 5545)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from comity.authorities.calendar import Due
from comity.authorities.catalogue import DISCLAIMER
from comity.terms.version import VERSION

LONGEST = 75  # octets of a line, RFC 5545 section 3.1


def due_ics(found: Iterable[Due]) -> str:
    """Return the dated entries as whole-day events; what has no day cannot stand in a calendar.

    Parameters
    ----------
    found
        As ``calendar.calendar`` returns it.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Comity//Comity {VERSION}//EN"]
    seen: dict[str, int] = {}
    for due in found:
        if due.when is not None:
            stem = f"{due.authority}-{due.when:%Y%m%d}-{due.kind}"
            seen[stem] = seen.get(stem, 0) + 1
            lines += _event(due, due.when, f"{stem}-{seen[stem]}@comity")
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(due: Due, day: date, uid: str) -> Iterator[str]:
    what = f"{due.what} ({due.rule}). Certainty: {due.certainty.value}. {DISCLAIMER}"
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    # A stamp is asked for; the event's own day keeps two downloads of the same calendar equal.
    yield f"DTSTAMP:{day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{due.kind.capitalize()}: {due.what} ({due.citation})')}"
    yield f"DESCRIPTION:{_escaped(what)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Cut a line so that no part has more octets than allowed, never within a character."""
    part = ""
    for character in line:
        if len((part + character).encode()) > LONGEST:
            yield part
            part = " "
        part += character
    yield part
