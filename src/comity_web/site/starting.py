"""Start and stop the site in the foreground or in the background."""

import os
import signal
import socket
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import click

from comity.terms.errors import InputError
from comity_web.site import environment
from comity_web.site.configured import setup

WAIT = 60.0  # seconds until a site in the background must answer


def start(
    *,
    host: str,
    port: int,
    workers: int,
    threads: int,
    demonstration: bool,
    background: bool,
    stop: bool,
) -> None:
    """Do what ``comity serve`` was asked to do.

    Raises
    ------
    InputError
        If the port is taken, or there is nothing to stop.
    """
    if stop:
        _stop()
        return
    if background and _running():
        click.echo(f"Comity runs already, at {_address_file().read_text(encoding='utf-8')}")
        click.echo("Stop it with: comity serve --stop")
        return
    _refuse_taken_port(host, port)
    if background:
        _detach(host, port)
        return
    setup()
    import_module("comity_web.site.serving").serve(
        host=host,
        port=port,
        workers=workers,
        threads=threads,
        demonstration=demonstration,
        say=click.echo,
    )


def _detach(host: str, port: int) -> None:
    """Start the same command again on its own, and wait until it answers."""
    arguments = [a for a in sys.argv[1:] if a != "--background"]
    log = environment.home() / "serve.log"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(  # noqa: S603 (our own command with the user's own arguments)
            [sys.executable, "-u", "-m", "comity.cli.main", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    _pid_file().write_text(str(process.pid), encoding="utf-8")
    _address_file().write_text(f"http://{host}:{port}/", encoding="utf-8")
    until = time.monotonic() + WAIT
    while time.monotonic() < until and process.poll() is None and not _answers(host, port):
        time.sleep(0.1)
    click.echo(log.read_text(encoding="utf-8").rstrip())
    if process.poll() is not None or not _answers(host, port):
        raise InputError(f"The site did not start; {log} says why.")
    click.echo("It runs in the background. Stop it with: comity serve --stop")


def _stop() -> None:
    if not _running():
        raise InputError("No site of yours runs in the background, so there is nothing to stop.")
    pid = int(_pid_file().read_text(encoding="utf-8"))
    os.kill(pid, signal.SIGTERM)
    until = time.monotonic() + 15
    while time.monotonic() < until and _alive(pid):
        time.sleep(0.1)
    _pid_file().unlink(missing_ok=True)
    click.echo("Stopped.")


def _running() -> bool:
    try:
        return _alive(int(_pid_file().read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError):
        return False


def _alive(pid: int) -> bool:
    """Whether the process is there and is a site: numbers of processes are used again."""
    try:
        told = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return b"serve" in told


def _refuse_taken_port(host: str, port: int) -> None:
    if _answers(host, port):
        raise InputError(
            f"Port {port} of {host} is taken by another program; choose another with --port."
        )


def _answers(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((host if host != "0.0.0.0" else "127.0.0.1", port)) == 0  # noqa: S104


def _pid_file() -> Path:
    return environment.home() / "serve.pid"


def _address_file() -> Path:
    return environment.home() / "serve.address"
