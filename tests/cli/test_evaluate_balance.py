import pandas as pd
import pytest

from comity.cli.evaluate_balance import command
from comity.terms.errors import ComityError
from tests.cli.evaluating import run
from tests.cli.modelling import checked
from tests.evaluate.test_model_balance import question


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "rows.csv"
    pd.DataFrame(dict(question().table.columns)).to_csv(path, index=False)
    return "--data", path, "--treatment", "d", "--covariates", "x,z"


def test_balance_first_and_the_outcome_where_asked(data, tmp_path):
    found = checked(command, *data)
    assert found["estimates"] == []
    assert len(found["tables"]["balance"]) == 4
    both = checked(command, *data, "--outcome", "y", "--vcov", "hetero")
    assert [e["estimator"] for e in both["estimates"]] == [
        "unadjusted",
        "entropy weights",
        "matching weights",
    ]
    out = tmp_path / "weights.csv"
    run(command, *data, "--save-weights", out)
    saved = pd.read_csv(out)
    assert list(saved) == ["row", "unit", "year", "entropy_weight", "matching_weight"]
    assert len(saved) == 600


def test_refusals(data, tmp_path):
    with pytest.raises(ComityError, match="zeros and ones"):
        run(command, *data, "--treatment", "x")
    with pytest.raises(ComityError, match=r"end in \.csv"):
        run(command, *data, "--save-weights", tmp_path / "a.txt")
