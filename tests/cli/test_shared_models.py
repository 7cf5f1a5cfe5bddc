import pandas as pd
import pytest
from click import command as click_command

from comity.cli.shared_models import (
    FORMULA,
    chosen_errors,
    column_list,
    model_options,
    read_model_table,
    show_answer,
)
from comity.cli.shared_output import OutputOptions
from comity.evaluate.model_answer import ModelAnswer
from comity.terms.errors import FileError, InputError, UnknownName
from comity.terms.evaluation import DesignKind
from tests.cli.evaluating import run

FRAME = pd.DataFrame({"unit": ["a", "b"], "year": [1, 2], "y": pd.array([1, None], dtype="Int64")})


def asked(path, **more):
    return {"data": path, "unit": "unit", "period": "year", **more}


def test_parquet_and_csv_give_the_same_table(tmp_path):
    FRAME.to_parquet(tmp_path / "a.parquet")
    FRAME.to_csv(tmp_path / "a.csv", index=False)
    one, two = (read_model_table(asked(tmp_path / name)) for name in ("a.parquet", "a.csv"))
    assert (one.unit, one.period) == ("unit", "year")
    for name in FRAME:
        assert str(one.columns[name]) == str(two.columns[name])
    (tmp_path / "b.parquet").write_text("no")
    with pytest.raises(FileError, match="no Parquet file"):
        read_model_table(asked(tmp_path / "b.parquet"))


def test_unit_and_period_may_be_needed(tmp_path):
    FRAME.to_csv(tmp_path / "a.csv", index=False)
    given = asked(tmp_path / "a.csv") | {"period": "yeer"}
    assert read_model_table(given).period == ""
    with pytest.raises(UnknownName, match="'yeer'"):
        read_model_table(given, needs_panel=True)


def test_errors_that_go_together():
    assert chosen_errors(None, None, "y ~ x | unit").clusters == (("unit",),)
    assert chosen_errors("CR3", "unit", "y ~ x").kind == "CR3"
    assert chosen_errors("hetero", None, "y ~ x").kind == "hetero"
    with pytest.raises(InputError, match="needs --cluster"):
        chosen_errors("CR1", None, "y ~ x")
    with pytest.raises(InputError, match="takes no"):
        chosen_errors("iid", "unit", "y ~ x")


def test_options_are_added_and_the_main_table_comes_first():
    @click_command()
    @model_options(FORMULA)
    def shown(options: OutputOptions, **given):
        assert set(given) == {"data", "unit", "period", "formula"}
        tables = {"other": ({"b": 2},), "first": ({"a": 1},)}
        answer = ModelAnswer("m", "", DesignKind.PANEL, (), tables, ("Mind this.",), "first")
        show_answer(answer, options, title="A title")

    text = run(shown, "--data", "x.csv", "--formula", "y ~ x").stdout
    assert text.index("A title") < text.index("Other") < text.index("Mind this.")
    assert run(shown, "--data", "x.csv", "--formula", "y ~ x", "--csv", "-").stdout == "a\n1\n"


def test_lists():
    assert column_list(" a, b ,,c") == ("a", "b", "c")
