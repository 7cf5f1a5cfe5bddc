import click
import pytest

from comity.cli import main as entry
from comity.terms.version import VERSION


def test_help_names_every_group_without_importing_their_commands(run):
    answer = run("--help")
    assert answer.code == 0
    for group in ("assess", "world"):
        assert group in answer.out
    assert "unclassified" in answer.out


def test_version(run):
    assert VERSION in run("--version").out


def test_a_group_lists_its_commands_with_their_summaries(run):
    answer = run("assess", "--help")
    assert answer.code == 0
    for name in ("rank", "explain", "match", "compare", "sensitivity", "import-workbook"):
        assert name in answer.out
    assert "Take one partner's score apart" in answer.out


def test_a_misspelt_command_suggests_the_nearest(run):
    answer = run("asess")
    assert answer.code == 2
    assert "Did you mean 'assess'?" in answer.said
    answer = run("assess", "rnak")
    assert answer.code == 2
    assert "Did you mean 'rank'?" in answer.said


def test_stopping_by_hand_is_said(run, monkeypatch):
    def stopped(**_):
        raise click.Abort

    monkeypatch.setattr(entry.root, "main", stopped)
    answer = run()
    assert answer.code == 130
    assert "Stopped" in answer.said


@pytest.mark.parametrize("arguments", [(), ("assess",)])
def test_no_command_shows_the_help(run, arguments):
    answer = run(*arguments)
    assert "Usage:" in answer.out + answer.said
