"""What it does is in tests/comity_web/access/test_console.py; here is what the command adds."""

from click.testing import CliRunner

from comity.cli import site_user


class Console:
    @staticmethod
    def account(username, *, say, **asked):
        say(f"{username} {sorted(k for k, v in asked.items() if v and v != 'everywhere')}")


def run(monkeypatch, *arguments):
    monkeypatch.setattr(site_user, "site_module", lambda name: Console)
    return CliRunner().invoke(site_user.command, arguments)


def test_everything_that_was_asked_is_handed_on(monkeypatch):
    done = run(monkeypatch, "ada", "--role", "viewer", "--name", "A", "--new-password", "--close")
    assert done.output == "ada ['close', 'full_name', 'new_password', 'role']\n"


def test_closing_and_opening_at_once_makes_no_sense(monkeypatch):
    done = run(monkeypatch, "ada", "--close", "--reopen")
    assert done.exit_code == 2
    assert "not both" in done.output
