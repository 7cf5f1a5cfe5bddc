"""The files and the command that a specification's page hands out give its number again."""

import json

import pytest
from click.testing import CliRunner

from comity.cli.main import root
from comity_web.evaluate.reproduce import data_name, dataset_of, has_table, reproduction
from comity_web.evaluate.run_export import exported
from comity_web.evaluate.run_files import kept


def test_every_specification_is_reproduced_by_its_files_and_commands(finished, tmp_path):
    job = finished()
    found = kept(job)
    for number in (1, 4, 8):
        again = reproduction(job, found, number)
        assert again.here
        (tmp_path / again.file).write_text(again.text, encoding="utf-8")
        (tmp_path / again.data).write_bytes(exported(job, found, "data"))
        one = found.specification(number)
        for command in again.commands:
            words = command.split()
            answer = CliRunner().invoke(root, [*words[1:3], str(tmp_path / words[3]), "--json"])
            assert answer.exit_code == 0, answer.output
            told = json.loads(answer.stdout)
            if words[2] == "panel":
                row = next(c for c in told["coefficients"] if c["term"].strip("`") == "education")
                assert row["estimate"] == pytest.approx(one.estimate, rel=1e-9)
                assert row["std_error"] == pytest.approx(one.std_error, rel=1e-9)
            else:
                assert told["curve"]["median"] == pytest.approx(one.estimate, rel=1e-9)


def test_an_uploaded_table_is_named_as_its_owner_named_it(finished, uploaded):
    job = finished()
    assert dataset_of(job) is None
    assert has_table(job)
    assert data_name(job, kept(job)) == f"tiny-open-run-{job.pk}-data.csv"
    table = uploaded()
    job.arguments |= {"dataset": table.pk, "table": table.name}
    assert dataset_of(job) == table
    assert data_name(job, kept(job)) == "panel.csv"
