from comity.cli.evaluate_case_phases import command
from tests.cli.evaluating import answer, run

HEAD = "case,phase,start,end,break_reason,money,built\n"


def test_exit_code_says_whether_the_table_is_complete(tmp_path):
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text(HEAD + "x,1,1990,1994,,1,0\nx,2,1994,1999,election,1,1\n")
    bad.write_text(HEAD + "x,1,1990,1994,,1,0\n")
    assert answer(command, good, "--outcome", "built")["complete"] is True
    found = answer(command, bad, "--outcome", "built", code=1)
    assert found["shortcomings"][0]["code"] == "P01"
    assert "not independent" in run(command, bad, "--outcome", "built", code=1).stderr
