"""Run an ``evaluate`` command the way its tests need it."""

import json
from typing import Any

from click import Command
from click.testing import CliRunner, Result


def run(command: Command, *arguments: object, code: int = 0) -> Result:
    """Run it; a refusal is raised as it is, another exit code than expected fails."""
    result = CliRunner().invoke(command, [str(argument) for argument in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result


def answer(command: Command, *arguments: object, code: int = 0) -> Any:
    """Run it with ``--json`` and read the answer."""
    return json.loads(run(command, *arguments, "--json", code=code).stdout)
