"""The whole way is in tests/comity_web/site/test_backup.py; here is what the command adds."""

from click.testing import CliRunner

from comity.cli import site_backup


class Site:
    counts, digests = {"a": 2, "b": 3}, {"records.jsonl": "", "home/x": ""}

    @classmethod
    def backup(cls, file, *, say):
        say(f"writing {file}")
        return cls


def test_it_says_what_was_kept(monkeypatch, tmp_path):
    monkeypatch.setattr(site_backup, "site_module", lambda name: Site)
    done = CliRunner().invoke(site_backup.command, [str(tmp_path / "x")])
    assert done.exit_code == 0
    assert done.output.endswith("5 records, 1 files, read again.\n")


def test_it_needs_a_file():
    assert CliRunner().invoke(site_backup.command, []).exit_code == 2
