"""What an administrator can set from outside, each with its default in one place.

======================  =======================================================================
``DATABASE_URL``        ``postgres://user:password@host/name``; unset means SQLite in the home
``COMITY_HOME``         folder of the database, secret key and imports
``COMITY_SECRET_KEY``   signs sessions; unset means a key made once and kept in the home
``COMITY_HOSTS``        names that the site answers to, comma-separated; unset means this machine
``COMITY_HTTPS``        ``1`` behind a proxy that ends TLS: secure cookies, HSTS
``COMITY_OIDC_*``       ``ID``, ``NAME``, ``SERVER``, ``CLIENT``, ``SECRET`` of an identity provider
``COMITY_DEBUG``        ``1`` shows errors in full; never on a network
======================  =======================================================================
"""

import os
import secrets
from pathlib import Path
from typing import Any

from comity.world.home import home as comity_home

_LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")


def home() -> Path:
    """Folder of everything that this installation keeps, made if it is not there."""
    folder = comity_home() / "site"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def flag(name: str) -> bool:
    """Whether a switch is on: ``1``, ``true`` or ``yes``."""
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes"}


def hosts() -> list[str]:
    """Names that the site answers to."""
    given = [h.strip() for h in os.environ.get("COMITY_HOSTS", "").split(",")]
    return [h for h in given if h] or list(_LOCAL_HOSTS)


def secret_key() -> str:
    """Return the key from the environment, or one made once and readable by this user only."""
    given = os.environ.get("COMITY_SECRET_KEY", "")
    if given:
        return given
    path = home() / "secret-key"
    try:
        with open(path, "x", encoding="utf-8", opener=_private) as file:
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return path.read_text(encoding="utf-8")


def database() -> dict[str, Any]:
    """Describe the database: PostgreSQL where ``DATABASE_URL`` says so, else SQLite in the home."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return _sqlite(home() / "comity.sqlite3")
    import dj_database_url

    parsed: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=600))
    if parsed["ENGINE"].endswith("sqlite3"):
        return _sqlite(Path(parsed["NAME"]))
    parsed["CONN_HEALTH_CHECKS"] = True
    return parsed


def oidc() -> dict[str, Any]:
    """Describe the identity provider for single sign-on, or nothing where none is named."""
    server = os.environ.get("COMITY_OIDC_SERVER", "")
    if not server:
        return {}
    return {
        "provider_id": os.environ.get("COMITY_OIDC_ID", "sso"),
        "name": os.environ.get("COMITY_OIDC_NAME", "Single sign-on"),
        "client_id": os.environ.get("COMITY_OIDC_CLIENT", ""),
        "secret": os.environ.get("COMITY_OIDC_SECRET", ""),
        "settings": {
            "server_url": server,
            "oauth_pkce_enabled": True,
            "scope": ["openid", "profile"],  # who it is, and nothing else
        },
    }


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _sqlite(path: Path) -> dict[str, Any]:
    """Readers do not wait for the writer (WAL); a write transaction takes its lock at the start."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
