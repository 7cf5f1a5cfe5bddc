import pytest

from comity.cli.evaluate_record_check import command
from comity.evaluate.record_file import blank_record, example_record
from tests.cli.evaluating import answer, run


@pytest.fixture
def files(tmp_path):
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(example_record(), encoding="utf-8")
    bad.write_text(blank_record(), encoding="utf-8")
    return good, bad


def test_a_complete_record(files):
    found = answer(command, files[0], "--as-of", "2026-11-01")
    assert found["complete"] is True
    assert found["public_summary"]["state"] == "posted in time"
    assert found["levels"][3] == {
        "level": "outcome",
        "standing": "met",
        "findings": ["F4", "F6"],
        "provisional": True,
        "blocked_by": ["process"],
    }
    assert found["self_assessed_share"] == 0.25


def test_one_that_is_not_exits_with_one(files):
    shown = run(command, files[1], "--as-of", "2026-11-01", code=1)
    assert "E13" in shown.stdout
    assert "has not started" in shown.stderr
