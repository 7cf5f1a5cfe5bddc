"""Whole sites beside the one under test, each with its own folder and database."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_FILL = """
from comity_web.site.first_run import prepare
from comity_web.access.actions import change_settings, invite
from comity_web.access.models import User
from comity_web.access.scope import Scope
from allauth.mfa.models import Authenticator
prepare(demonstration=False, say=print)
for number in range(30):
    invite(f"person-{number}", "planner", Scope.parse("Kenya"), by="tests", full_name="Žofie Invented")
change_settings({"banner": "DRILL – ÄÖ"}, by="tests", expected=1, reason="line one\\nline two")
Authenticator.objects.create(user=User.objects.get(username="person-3"), type="totp", data={"secret": "S", "n": [1, 2.5, None]})
"""
_TOLD = """
from comity_web.site.record_lines import record_lines
print("\\n".join(record_lines()))
"""


@dataclass
class Apart:
    """One site: where its folder is and which database it uses."""

    home: Path
    database_url: str = ""

    @property
    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("DJANGO_", "COMITY_"))}
        kept.pop("DATABASE_URL", None)
        told = {"DATABASE_URL": self.database_url} if self.database_url else {}
        return {**kept, "COMITY_HOME": str(self.home), **told}

    def comity(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Run the command, as an administrator would."""
        return self._run("-m", "comity.cli.main", *map(str, arguments))

    def python(self, code: str) -> str:
        before = "from comity_web.site.configured import setup; setup()\n"
        done = self._run("-c", before + code)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def filled(self) -> "Apart":
        """Give it records that are hard to carry: accents, lines, JSON, moments."""
        self.python(_FILL)
        (self.home / "imports").mkdir(exist_ok=True)
        (self.home / "imports" / "own.parquet").write_bytes(b"\x00\x01invented")
        return self

    def records(self) -> str:
        return self.python(_TOLD)

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
