"""A real site for journeys: ``comity serve`` in a process of its own, on either database."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import ROOT

PASSWORD = "journeys-only-{role}"
ROLES = ("viewer", "planner", "evaluator", "approver", "administrator")
_PEOPLE = """
import json, sys
from comity_web.access.actions import create_user, grant_role, password_chosen
from comity_web.access.scope import Scope
for name, role, scope, password in json.loads({people!r}):
    user, _ = create_user(name, by="journeys")
    user.set_password(password)
    user.save()
    password_chosen(user, by=user)
    if role:
        grant_role(user, role, Scope.parse(scope), by="journeys")
"""


@dataclass
class RunningSite:
    """Where the site answers and how it was started."""

    url: str
    home: Path
    first_password: str
    environment: dict[str, str]
    process: subprocess.Popen[bytes]
    states: dict[str, dict] = field(default_factory=dict)

    def add_person(self, name: str, role: str, scope: str = "everywhere") -> str:
        """Make an account through the product's own actions; returns its password."""
        password = PASSWORD.format(role=name)
        self.run_python(_PEOPLE.format(people=json.dumps([[name, role, scope, password]])))
        return password

    def run_python(self, code: str) -> str:
        """Run Python beside the site, on its records."""
        command = [sys.executable, "-m", "comity_web", "shell", "-v", "0", "-c", code]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False, cwd=ROOT
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def stop(self) -> None:
        """End it as an administrator would."""
        self.process.terminate()
        self.process.wait(20)


def start_site(
    home: Path,
    database_url: str = "",
    *options: str,
    roles: tuple[str, ...] = ROLES,
    settings: dict[str, str] | None = None,
    wait_for_records: bool = True,
) -> RunningSite:
    """Start the site, wait until it answers, and make one invented person for each role."""
    port = _free_port()
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("DJANGO_", "COMITY_"))},
        "COMITY_HOME": str(home),
        **(settings or {}),
    }
    environment.pop("DATABASE_URL", None)
    if database_url:
        environment["DATABASE_URL"] = database_url
    command = [
        sys.executable,
        "-u",
        "-m",
        "comity.cli.main",
        "serve",
        "--port",
        str(port),
        *options,
    ]
    log = home / "serve.txt"
    home.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, env=environment, stdout=output, stderr=subprocess.STDOUT, cwd=home
        )
    url = f"http://127.0.0.1:{port}"
    _wait(url, process, log)
    found = re.search(r"one-time password: (\S+)", log.read_text(encoding="utf-8"))
    site = RunningSite(url, home, found[1] if found else "", environment, process)
    people = [[role, role, "everywhere", PASSWORD.format(role=role)] for role in roles]
    if wait_for_records:
        _wait_for_demonstration(home)
    if people:
        site.run_python(_PEOPLE.format(people=json.dumps(people)))
    return site


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for_demonstration(home: Path) -> None:
    """The site stands before its invented records are there."""
    until = time.monotonic() + 60
    while list((home / "site").glob("demonstration-*")) and time.monotonic() < until:
        time.sleep(0.1)


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if process.poll() is not None:
            raise AssertionError(log.read_text(encoding="utf-8"))
        try:
            with urllib.request.urlopen(url + "/account/login/", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))
