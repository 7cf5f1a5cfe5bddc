from datetime import date

import click
import pytest

from comity.cli.shared_record import as_of_option, day_of
from comity.terms.errors import InputError
from tests.cli.evaluating import run


def test_a_day_or_today():
    assert day_of("2026-11-01") == date(2026, 11, 1)
    assert isinstance(day_of(None), date)
    with pytest.raises(InputError, match="--as-of is 'soon'"):
        day_of("soon")


def test_the_option_hands_over_its_text():
    @click.command()
    @as_of_option
    def command(as_of: str) -> None:
        click.echo(as_of)

    assert run(command, "--as-of", "2026-11-01").stdout == "2026-11-01\n"
