from comity.cli.evaluate_necessity import command
from tests.cli.evaluating import answer, run
from tests.methods.qca_examples import REFERENCE

LIPSET = ("--data", REFERENCE / "lipset.csv", "--outcome", "SURV")


def test_necessary_conditions():
    """R QCA's manual: literacy and stability."""
    found = answer(command, *LIPSET)
    assert [row["expression"] for row in found["necessary"]] == ["LIT", "STB"]
    assert len(found["conditions"]) == 10


def test_the_table_shows_alternatives_too():
    shown = run(
        command, *LIPSET, "--conditions", "DEV,URB", "--incl-cut", "0.8", "--alternatives", 2
    )
    assert "DEV" in shown.stdout
