import pytest

from comity.cli.evaluate_compare_cases import command
from comity.terms.errors import InputError
from tests.cli.evaluating import answer, run


def test_blank_table_filled_in_and_compared(tmp_path):
    path = tmp_path / "ratings.csv"
    run(command, "--blank", "Oria,Belmar", "--csv", path)
    text = path.read_text()
    assert text.count("\n") == 27
    found = answer(command, "--data", path, "--outcome", "legitimacy")
    assert found["share_unknown"] == 1
    path.write_text(text.replace("Oria,legitimacy,,,,", "Oria,legitimacy,2,high,,"))
    shown = run(command, "--data", path, "--outcome", "legitimacy")
    assert "+2" in shown.stdout
    assert "without evidence or source" in shown.stderr


def test_nothing_asked_is_refused():
    with pytest.raises(InputError, match="--blank"):
        run(command)
