import numpy as np
import pytest

from comity.evaluate.panel_run import run_panel
from comity.methods.panel_columns import Table
from comity.terms.errors import InputError, UnknownName
from comity_web.evaluate import quick_model as module
from comity_web.evaluate.quick_model import QuickQuestion, quick_model


@pytest.fixture
def table():
    draw = np.random.default_rng(1)
    unit = np.repeat(np.arange(30), 8)
    x = draw.normal(size=240)
    columns = {
        "unit": np.array([f"U{u}" for u in unit], dtype=object),
        "year": np.tile(np.arange(2000.0, 2008.0), 30),
        "x": x,
        "y": 2 * x + draw.normal(size=240),
        "n": draw.poisson(2.0, 240).astype(float),
    }
    return Table(columns)


def test_it_is_the_librarys_answer(table):
    found = quick_model(table, QuickQuestion("y ~ x | unit + year"))
    assert found.coefficients == run_panel(table, "y ~ x | unit + year").coefficients
    assert found.small_sample.startswith("ssc(")
    assert found.claim.value == "association"


@pytest.mark.parametrize(
    ("asked", "errors"),
    [
        ({}, "unit"),
        ({"vcov": "hetero"}, "hetero"),
        ({"cluster": "unit+year"}, "unit + year"),
        ({"cluster": "unit", "vcov": "CR3"}, "CR3: unit"),
    ],
    ids=str,
)
def test_errors_that_were_asked_for(asked, errors):
    assert str(QuickQuestion("y ~ x | unit", **asked).errors) == errors


@pytest.mark.parametrize(
    ("asked", "kind", "words"),
    [
        ({"formula": "y ~"}, InputError, "cannot be read"),
        ({"formula": "y ~ z"}, UnknownName, "'z'"),
        ({"formula": "y ~ x", "vcov": "CR1"}, InputError, "need clusters"),
        ({"formula": "y ~ x", "vcov": "HC2", "cluster": "unit"}, InputError, "take no clusters"),
        ({"formula": "y ~ x", "family": "cauchy"}, InputError, "family"),
        ({"formula": "y ~ x", "unit": "who"}, UnknownName, "'who'"),
        ({"formula": "y ~ " + "+".join(["x"] * 400)}, InputError, "500 characters"),
    ],
    ids=str,
)
def test_what_cannot_be_answered_is_refused_without_options_of_a_command(table, asked, kind, words):
    with pytest.raises(kind, match=words) as refusal:
        quick_model(table, QuickQuestion(**asked))
    assert "--" not in str(refusal.value)


def test_what_would_keep_others_waiting_is_refused_kindly(table, monkeypatch):
    monkeypatch.setattr(module, "MOST_WORK", 240 * 9)
    quick_model(table, QuickQuestion("y ~ x"))
    for long in ("y ~ i(unit)", "n ~ x"):
        family = "poisson" if long.startswith("n") else "gaussian"
        with pytest.raises(InputError, match="keep others waiting"):
            quick_model(table, QuickQuestion(long, family=family))


def test_the_command_gives_the_same_on_ones_own_machine(table, tmp_path):
    import json
    import shlex

    import pandas as pd
    from click.testing import CliRunner

    from comity.cli.main import root

    path = tmp_path / "my panel.csv"
    pd.DataFrame(dict(table.columns)).to_csv(path, index=False)
    question = QuickQuestion(
        "n ~ x + l(x, 1) | unit", unit="unit", period="year", cluster="unit", family="poisson"
    )
    words = shlex.split(question.command(str(path)))
    answer = CliRunner().invoke(root, [*words[1:], "--json"])
    assert answer.exit_code == 0, answer.output
    told = json.loads(answer.stdout)["coefficients"]
    mine = quick_model(table, question).coefficients
    assert [row["estimate"] for row in told] == pytest.approx([c.estimate for c in mine])
    assert [row["std_error"] for row in told] == pytest.approx([c.std_error for c in mine])
