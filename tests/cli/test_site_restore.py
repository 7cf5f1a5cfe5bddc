"""The whole way is in tests/comity_web/site/test_restore.py; here is what the command adds."""

from click.testing import CliRunner

from comity.cli import site_restore


class Site:
    @staticmethod
    def restore(file, *, say):
        say(f"restoring {file.name}")


def test_it_hands_the_file_on(monkeypatch, tmp_path):
    monkeypatch.setattr(site_restore, "site_module", lambda name: Site)
    done = CliRunner().invoke(site_restore.command, [str(tmp_path / "one.backup")])
    assert (done.exit_code, done.output) == (0, "restoring one.backup\n")
