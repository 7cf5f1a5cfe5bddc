import numpy as np
import pytest

from comity.evaluate.double_coding import agreement_in_table, agreement_of_tables
from comity.methods.agreement import Metric, Weights
from comity.terms.errors import FileError, InputError


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


# Krippendorff 2011, example C, turned so that a line is a unit; alpha is 0.743, 0.815, 0.849.
CODES = """unit,A,B,C,D
1,1,1,,1
2,2,2,3,2
3,3,3,3,3
4,3,3,3,3
5,2,2,2,2
6,1,2,3,4
7,4,4,4,4
8,1,1,2,1
9,2,2,2,2
10,,5,5,5
11,,,1,1
12,,3,,
"""


@pytest.mark.parametrize(
    ("metric", "printed"),
    [(Metric.NOMINAL, "0.743"), (Metric.ORDINAL, "0.815"), (Metric.INTERVAL, "0.849")],
)
def test_alpha_from_a_file_as_krippendorff_prints_it(tmp_path, metric, printed):
    (found,) = agreement_in_table(write(tmp_path / "c.csv", CODES), metric, Weights.NONE)
    assert f"{found.alpha.coefficient:.3f}" == printed
    assert found.kappa is None
    assert found.disputed == ("2", "6", "8")


def test_text_codes_are_nominal_only(tmp_path):
    path = write(tmp_path / "t.csv", "unit,A,B\n1,yes,yes\n2,no,no\n3,yes,no\n4,no,no\n")
    (found,) = agreement_in_table(path, Metric.NOMINAL, Weights.NONE)
    assert found.kappa.coefficient == pytest.approx(0.5)
    with pytest.raises(FileError, match="ordinal metric has no meaning"):
        agreement_in_table(path, Metric.ORDINAL, Weights.NONE)


def test_one_coder_is_too_few(tmp_path):
    with pytest.raises(FileError, match="at least two"):
        agreement_in_table(write(tmp_path / "t.csv", "unit,A\n1,2\n"), Metric.NOMINAL, Weights.NONE)


def test_tables_filled_in_apart_are_matched_by_case_and_phase(tmp_path):
    head = "case,phase,start,end,break_reason,money,fit\n"
    first = write(tmp_path / "1.csv", head + "x,1,1,2,,0,0\nx,2,2,3,s,1,1\ny,1,1,2,,1,0\n")
    second = write(tmp_path / "2.csv", head + "y,1,1,2,,1,1\nx,2,2,3,s,1,1\nx,1,1,2,,0,0\n")
    money, fit = agreement_of_tables([first, second], Metric.NOMINAL, Weights.NONE)
    assert (money.condition, fit.condition) == ("money", "fit")
    assert money.kappa.coefficient == pytest.approx(1)
    assert money.verdict == "reliable"
    assert fit.disputed == ("y 1",)
    assert fit.verdict == "not reliable"
    assert fit.to_row()["disputed"] == ["y 1"]


def test_no_variation_is_no_agreement(tmp_path):
    path = write(tmp_path / "t.csv", "unit,A,B\n1,1,1\n2,1,1\n")
    (found,) = agreement_in_table(path, Metric.NOMINAL, Weights.NONE)
    assert np.isnan(found.alpha.coefficient)
    assert found.verdict == "no variation"


def test_tables_with_nothing_in_common_are_refused(tmp_path):
    one = write(tmp_path / "1.csv", "case,a\nx,1\n")
    two = write(tmp_path / "2.csv", "case,b\nx,1\n")
    with pytest.raises(InputError, match="in common"):
        agreement_of_tables([one, two], Metric.NOMINAL, Weights.NONE)
    again = write(tmp_path / "3.csv", "case,a\nx,1\nx,0\n")
    with pytest.raises(FileError, match="twice"):
        agreement_of_tables([one, again], Metric.NOMINAL, Weights.NONE)
