from comity.cli.evaluate_cases_robustness import command
from tests.cli.evaluating import answer, run
from tests.methods.qca_examples import REFERENCE

CRISP = ("--data", REFERENCE / "crisp.csv", "--outcome", "O", "--solution", "parsimonious")


def test_three_ways_of_changing_the_question():
    found = answer(command, *CRISP, "--bootstrap", "10", "--seed", "4", "--incl-cuts", "0.8,1")
    assert set(found) == {"without_one_case", "other_cut-offs", "drawn_by_case"}
    assert found["without_one_case"]["trials"] == 29
    assert found["other_cut-offs"]["trials"] == 4
    assert found["drawn_by_case"]["seed"] == 4
    assert found["without_one_case"]["term_shares"]["A*B"] == 1


def test_the_same_seed_gives_the_same_answer():
    one, two = (answer(command, *CRISP, "--bootstrap", "10", "--seed", "4") for _ in range(2))
    assert one == two


def test_the_table_has_a_line_for_each_term():
    shown = run(command, *CRISP, "--bootstrap", "0")
    assert "C*~D*E" in shown.stdout
    assert "drawn by case" not in shown.stdout
    assert "no solution" in shown.stderr
