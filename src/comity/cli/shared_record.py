"""What the commands on evaluation records share: the day that is asked about."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import click

from comity.terms.errors import InputError

Command = TypeVar("Command", bound=Callable[..., Any])


def as_of_option(function: Command) -> Command:
    """Add ``--as-of``; the command gets its text as ``as_of``."""
    option = click.option(
        "--as-of", metavar="YYYY-MM-DD", help="Day on which clocks are read [default: today]."
    )
    return option(function)


def day_of(text: str | None) -> date:
    """Read a day, or take today.

    Raises
    ------
    InputError
        If it is no day.
    """
    if text is None:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"--as-of is {text!r}; write a day as 2026-11-01.") from None
