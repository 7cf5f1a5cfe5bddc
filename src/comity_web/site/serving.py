"""Run the site: prepare it, print the address, serve until stopped.

Imported once Django stands (:mod:`comity_web.site.starting` sees to that).
"""

from collections.abc import Callable
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connections
from gunicorn.app.base import BaseApplication

from comity_web.site.environment import database, home
from comity_web.site.first_run import prepare
from comity_web.site.warming import start_workers, warm


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn with our options and nothing read from files."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Hand our options over."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return the application."""
        return get_wsgi_application()


def serve(
    *,
    host: str,
    port: int,
    workers: int,
    threads: int,
    demonstration: bool,
    say: Callable[[str], None],
) -> None:
    """Prepare the installation, then serve until stopped by a signal.

    Parameters
    ----------
    host, port
        Address to listen on.
    workers, threads
        Processes, and threads in each.
    demonstration
        Whether a first run adds demonstration records.
    say
        Prints a line for the person who started it.
    """
    made = prepare(demonstration=demonstration, say=say)
    engine = "SQLite" if "sqlite" in database()["ENGINE"] else "PostgreSQL"
    say(f"Comity at http://{host}:{port}/  ({engine}, data in {home()})")
    if made.password:
        say(f"First administrator: {made.username}   one-time password: {made.password}")
    connections.close_all()

    def after_fork(worker: Any) -> None:  # noqa: ARG001 (gunicorn hands it over)
        warm()
        start_workers()

    Server(
        {
            "bind": f"{host}:{port}",
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            "timeout": 120,
            "graceful_timeout": 5,
            "loglevel": "warning",
            "post_worker_init": after_fork,
            "proc_name": "comity",
            "control_socket_disable": True,  # a door that nobody here uses
        }
    ).run()
