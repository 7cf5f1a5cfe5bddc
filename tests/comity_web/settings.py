"""Settings of tests: the product's own, with a database of the kind asked for.

``COMITY_TEST_DATABASE=postgres`` runs everything on a real PostgreSQL, which the package pgserver
brings; the default is SQLite in a file, as the product has it.
"""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("COMITY_SECRET_KEY", "only-for-tests")
os.environ["COMITY_HOSTS"] = "testserver,localhost,127.0.0.1"
KIND = os.environ.get("COMITY_TEST_DATABASE", "sqlite")
# One folder for a run; the processes of a parallel run share their parent.
_RUN = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()
_FOLDER = Path(tempfile.gettempdir()) / f"comity-tests-{KIND}-{_RUN}"
_FOLDER.mkdir(exist_ok=True)

if KIND == "postgres":
    _RUNTIME = _FOLDER / "runtime"
    _RUNTIME.mkdir(exist_ok=True, mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(_RUNTIME)
    import pgserver

    SERVER = pgserver.get_server(_FOLDER / "postgres")  # type: ignore[attr-defined]
    os.environ["DATABASE_URL"] = SERVER.get_uri()
else:
    os.environ["DATABASE_URL"] = f"sqlite:///{_FOLDER / 'comity.sqlite3'}"

from comity_web.site.settings import *  # noqa: E402, F403

del os.environ["DATABASE_URL"]
DATABASES["default"]["TEST"] = (  # noqa: F405
    {} if KIND == "postgres" else {"NAME": _FOLDER / "test.sqlite3"}
)
# Hashing passwords slowly is what production does; tests sign in hundreds of times.
# Playwright keeps an event loop in the thread in which other tests use the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
