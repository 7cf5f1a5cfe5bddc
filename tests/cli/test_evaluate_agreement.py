from comity.cli.evaluate_agreement import command
from tests.cli.evaluating import answer, run


def test_two_coders_in_one_table(tmp_path):
    path = tmp_path / "codes.csv"
    path.write_text(
        "unit,A,B\n"
        + "".join(
            f"{i},{a},{b}\n"
            for i, (a, b) in enumerate([(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15)
        )
    )
    (found,) = answer(command, path, "--metric", "nominal")["conditions"]
    assert round(found["kappa"]["coefficient"], 6) == 0.4
    assert found["alpha"]["units"] == 50
    assert "not reliable" in run(command, path).stdout


def test_a_table_for_each_coder(tmp_path):
    for name in "ab":
        (tmp_path / name).write_text("case,money,fit\nx,1,0\ny,0,1\n")
    found = answer(command, tmp_path / "a", tmp_path / "b")
    assert [one["condition"] for one in found["conditions"]] == ["money", "fit"]
