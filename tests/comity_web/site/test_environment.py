import stat

import pytest

from comity_web.site import environment


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """No variable of ours is set but the home."""
    for name in ("DATABASE_URL", "COMITY_SECRET_KEY", "COMITY_HOSTS", "COMITY_OIDC_SERVER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COMITY_HOME", str(tmp_path))
    return monkeypatch


def test_the_secret_key_is_made_once_and_private(bare, tmp_path):
    first = environment.secret_key()
    assert environment.secret_key() == first
    assert len(first) >= 50
    path = tmp_path / "site" / "secret-key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_given_key_is_used_and_none_is_kept(bare, tmp_path):
    bare.setenv("COMITY_SECRET_KEY", "given")
    assert environment.secret_key() == "given"
    assert not (tmp_path / "site" / "secret-key").exists()


def test_sqlite_in_the_home_is_the_default(bare, tmp_path):
    found = environment.database()
    assert found["ENGINE"].endswith("sqlite3")
    assert found["NAME"] == tmp_path / "site" / "comity.sqlite3"
    assert "WAL" in found["OPTIONS"]["init_command"]


def test_a_database_url_names_postgresql(bare):
    bare.setenv("DATABASE_URL", "postgres://ann:word@db.example:5433/comity")
    found = environment.database()
    assert found["ENGINE"].endswith("postgresql")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example", 5433, "comity")


def test_a_url_of_a_sqlite_file_gets_the_same_options(bare, tmp_path):
    bare.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'own.sqlite3'}")
    assert environment.database()["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", ["localhost", "127.0.0.1", "[::1]"]),
        (" a.example , b.example ", ["a.example", "b.example"]),
    ],
)
def test_hosts(bare, given, expected):
    bare.setenv("COMITY_HOSTS", given)
    assert environment.hosts() == expected


@pytest.mark.parametrize(
    ("text", "on"), [("1", True), ("TRUE", True), ("yes", True), ("0", False), ("", False)]
)
def test_a_switch(bare, text, on):
    bare.setenv("COMITY_HTTPS", text)
    assert environment.flag("COMITY_HTTPS") is on


def test_no_provider_unless_its_server_is_named(bare):
    assert environment.oidc() == {}
    bare.setenv("COMITY_OIDC_SERVER", "https://id.example/realms/one")
    bare.setenv("COMITY_OIDC_CLIENT", "comity")
    assert environment.oidc()["settings"]["server_url"] == "https://id.example/realms/one"
