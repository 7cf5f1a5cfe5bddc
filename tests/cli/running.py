"""Run the command as a user would: arguments in; exit code, output and remarks out."""

import sys
from dataclasses import dataclass
from json import loads
from typing import Any

from comity.cli.main import main


@dataclass(frozen=True)
class Answer:
    """What a user sees."""

    code: int
    out: str
    said: str

    @property
    def json(self) -> Any:
        return loads(self.out)


def comity(monkeypatch, capsys, *arguments: object) -> Answer:
    """Run ``comity`` with these arguments, in this process."""
    monkeypatch.setattr(sys, "argv", ["comity", *map(str, arguments)])
    code = main()
    seen = capsys.readouterr()
    return Answer(code, seen.out, seen.err)
