import json

import numpy as np
import pytest
from django.http import QueryDict

from comity.assess.comparison import compare
from comity.assess.rank_intervals import Uncertainty
from comity.reports.chart_theme import STEPS
from comity_web.assess.scored import SEED, default_model, scores_of
from comity_web.assess.studio_answer import FULL_DRAWS, QUICK_DRAWS, answer, settled_scores
from comity_web.assess.studio_settings import DEFAULT_BASE, read_settings

pytestmark = pytest.mark.django_db


def settings(query):
    data = QueryDict(query)
    return read_settings(data, DEFAULT_BASE, default_model(), year=2022, group="AFRICOM")


def test_ranks_scores_and_moves_are_the_librarys():
    asked = settings("w-governance=4")
    found = answer(asked, full=False)
    after = settled_scores(asked)
    before = scores_of(2022, "AFRICOM")
    moves = {m.partner: m.moved for m in compare(before, after).moves}
    assert [row["partner"] for row in found.rows[:3]] == [
        after.partners[i] for i in after.order[:3]
    ]
    for row in found.rows:
        i = after.partners.index(row["partner"])
        assert row["score"] == pytest.approx(float(after.overall[i]), abs=0.005)
        assert row["moved"] == moves[row["partner"]]
    assert [m["moved"] for m in found.movers] == [
        m.moved for m in compare(before, after).moves[: len(found.movers)]
    ]
    assert found.movers[0]["why"][0].startswith("Governance")


@pytest.mark.parametrize(
    ("full", "draws", "uncertainty"),
    [(False, QUICK_DRAWS, Uncertainty.weights_only()), (True, FULL_DRAWS, Uncertainty())],
)
def test_intervals_are_drawn_with_the_seed_that_is_shown(full, draws, uncertainty):
    asked = settings("w-governance=2")
    found = answer(asked, full=full)
    drawn = settled_scores(asked).rank_intervals(draws, SEED, uncertainty=uncertainty)
    rows = {row["partner"]: row for row in drawn.rows()}
    for row in found.rows:
        assert row["low"] == pytest.approx(rows[row["partner"]]["rank_q05"], abs=0.05)
        assert row["high"] == pytest.approx(rows[row["partner"]]["rank_q95"], abs=0.05)
    assert f"{draws:,} draws, seed {SEED}" in found.intervals
    assert any("dirichlet 10" in line for line in found.varied)
    assert found.full is full


def test_the_map_holds_fifths_of_the_ranked():
    colours = [row["colour"] for row in answer(settings(""), full=False).rows if row["rank"]]
    assert colours[0] == STEPS[-1]
    assert colours[-1] == STEPS[0]
    assert sorted(colours, key=STEPS.index, reverse=True) == colours


def test_shares_add_up_and_leave_out_what_is_off():
    found = answer(settings("w-governance=3&off=wgi.rule_of_law"), full=False)
    tops = [share for name, share in found.shares.items() if name.startswith("w-")]
    assert sum(tops) == pytest.approx(100, abs=0.5)
    assert found.shares["w-governance"] == 25.0
    assert "i-wgi.rule_of_law" not in found.shares


def test_nothing_changed_moves_nobody_and_says_so():
    found = answer(settings(""), full=False)
    assert found.movers == []
    assert {row["moved"] for row in found.rows} <= {0, None}
    assert "Nothing is changed yet" in found.summary
    assert found.changes == []


def test_bars_lie_within_their_length():
    for row in answer(settings("w-economy=0"), full=False).rows:
        if row["bar"]:
            start, length, at = row["bar"]
            assert 0 <= start <= start + length <= 100.2
            assert 0 <= at <= 100


def test_a_model_that_refuses_other_scalings_keeps_weights_only_and_says_why():
    model = default_model()
    odd = type(model)(**{**vars_of(model), "scaling": type(model.scaling)("zscore")})
    asked = read_settings(QueryDict(""), "scenario-1-1", odd, year=2022, group="AFRICOM")
    found = answer(asked, full=True)
    assert f"{QUICK_DRAWS} draws" in found.intervals
    assert any("this model refuses" in line for line in found.varied)


def vars_of(model):
    return {name: getattr(model, name) for name in model.__dataclass_fields__}


def test_a_full_answer_is_kept_and_a_quick_one_is_not():
    asked = settings("w-support=2")
    assert answer(asked, full=True) is answer(asked, full=True)
    assert answer(asked, full=False) is not answer(asked, full=False)


def test_the_answer_is_plain_json():
    told = json.loads(json.dumps(answer(settings("w-support=2"), full=False).to_dict()))
    assert set(told) >= {"rows", "movers", "shares", "summary", "intervals", "varied", "changes"}
    assert not any(np.isnan(row["score"]) for row in told["rows"] if row["score"] is not None)
