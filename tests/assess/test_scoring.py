from dataclasses import replace

import numpy as np
import pytest

from comity.assess.model import PropensityModel
from comity.assess.model_parts import Construct, IndicatorUse, MissingRule, Reference
from comity.assess.scoring import choose_partners, fit_to_panel
from comity.methods.normalise import Scaling
from comity.terms.errors import DataMissing, InputError, RecipeError, UnknownName
from tests.reports.small_world import PARTNERS, small_model, small_panel, small_scores


def test_a_score_is_what_the_definition_says():
    """Recomputed by hand for one partner from raw values: percentile, weights, two means."""
    scores = small_scores()
    i = scores.row("KEN")
    panel, model = scores.snapshot, scores.model
    reference = model.score(small_panel(), year=2022)
    total = weight_of_constructs = 0.0
    j = 0
    for construct in model.constructs:
        top = bottom = 0.0
        for use in construct.indicators:
            value = panel.values[i, j]
            if not np.isnan(value):
                sign = scores.signs[j]
                pool = reference.snapshot.values[:, j] * sign
                pool = pool[~np.isnan(pool)]
                mine = value * sign
                below = (pool < mine).sum() + ((pool == mine).sum() - 1) / 2
                top += use.weight * (1 + 99 * below / (len(pool) - 1))
                bottom += use.weight
            j += 1
        total += construct.weight * top / bottom
        weight_of_constructs += construct.weight
    assert scores.overall[i] == pytest.approx(total / weight_of_constructs)


def test_the_united_states_and_strangers_are_not_scored():
    assert "USA" not in choose_partners(2022, None, None)
    assert choose_partners(2022, None, ("Kenya", "USA", "uganda")) == ("KEN", "UGA")
    with pytest.raises(InputError, match="No partner is left"):
        choose_partners(2022, None, ("USA",))
    with pytest.raises(UnknownName, match="Kenya"):
        choose_partners(2022, None, ("Kenia",))


def test_the_reference_is_frozen_so_that_the_group_does_not_matter():
    model, panel = small_model(), small_panel()
    alone = model.score(panel, year=2022, partners=("KEN", "GHA"))
    crowd = model.score(panel, year=2022, partners=PARTNERS)
    for partner in ("KEN", "GHA"):
        assert alone.overall[alone.row(partner)] == crowd.overall[crowd.row(partner)]


def test_the_reference_year_is_frozen_too():
    model, panel = small_model(), small_panel()
    fixed = replace(model, reference=Reference(2022, "states"))
    series = fixed.score_series(panel, years=[2021, 2022])
    loose = model.score_series(panel, years=[2021, 2022])
    np.testing.assert_array_equal(series[2021].overall, loose[2021].overall)
    alone = model.score(panel, year=2021)
    assert not np.array_equal(series[2021].overall, alone.overall, equal_nan=True)


def test_values_never_come_from_the_future_or_from_too_long_ago():
    panel = small_panel()
    for year in (2020, 2021):
        scores = small_model().score(panel, year=year, partners=PARTNERS)
        assert (scores.snapshot.observed <= year).all()
    young = replace(small_model(), missing=MissingRule(max_age=0))
    seen = young.score(panel, year=2022, partners=PARTNERS).snapshot.observed
    assert set(np.unique(seen)) <= {0, 2022}


def test_an_indicator_that_the_panel_does_not_hold_is_refused_unless_asked_for():
    panel, model = small_panel(), small_model()
    wide = replace(
        model, constructs=(*model.constructs, Construct("more", (IndicatorUse("test.ghost"),)))
    )
    with pytest.raises(UnknownName, match=r"test\.ghost"):
        wide.score(panel, year=2022)
    ghost = replace(panel.catalogue["test.rule"], id="test.ghost")
    known = replace(panel, catalogue={**panel.catalogue, "test.ghost": ghost})
    with pytest.raises(RecipeError, match="--drop-missing"):
        wide.score(known, year=2022)
    scores = wide.score(known, year=2022, drop_missing=True, partners=PARTNERS)
    assert scores.provenance.dropped == ("test.ghost is not in the panel and was left out.",)
    np.testing.assert_array_equal(scores.overall, small_scores().overall)


def test_an_optional_indicator_is_passed_over_and_said():
    panel, model = small_panel(), small_model()
    ghost = IndicatorUse("test.ghost", optional=True)
    first = model.constructs[0]
    wide = replace(
        model,
        constructs=(
            replace(first, indicators=(*first.indicators, ghost)),
            *model.constructs[1:],
        ),
    )
    _, said = fit_to_panel(wide, panel, drop_missing=False)
    assert said == ("test.ghost is not in the panel and was left out.",)


def test_a_panel_that_holds_nothing_of_the_model():
    model = PropensityModel("m", (Construct("a", (IndicatorUse("x.y", optional=True),)),))
    with pytest.raises(DataMissing):
        model.score(small_panel(), year=2022)


def test_any_seven_indicators_can_go():
    panel, model = small_panel(), small_model()
    gone = [use.id for use in model.uses][:7]
    scores = model.without(gone).score(panel, year=2022, partners=PARTNERS)
    assert (scores.rank > 0).sum() >= 25


def test_group_medians_fill_and_are_marked():
    plain, filled = small_scores(), small_scores(rule="group-median")
    assert not plain.imputed.any()
    assert filled.imputed.any()
    assert (np.isnan(filled.scaled) <= np.isnan(plain.scaled)).all()
    same = ~filled.imputed
    np.testing.assert_array_equal(filled.scaled[same], plain.scaled[same])


def test_an_impossible_transform_names_its_indicator():
    model = small_model()
    first = model.constructs[0]
    use = replace(first.indicators[0], transform="log")
    bad = replace(
        model,
        constructs=(replace(first, indicators=(use, *first.indicators[1:])), *model.constructs[1:]),
    )
    with pytest.raises(RecipeError, match=r"'test.rule': .*log1p"):
        bad.score(small_panel(), year=2022)


def test_a_year_outside_the_panel_is_refused():
    with pytest.raises(InputError, match="2020-2022"):
        small_model().score(small_panel(), year=1999)


def test_equal_values_give_equal_scores_whatever_the_scaling():
    for method in ("percentile", "minmax", "winsorised", "logistic"):
        scaling = Scaling(method, {"lower": 1.0, "upper": 100.0})
        scores = small_model(scaling).score(small_panel(), year=2022, partners=PARTNERS)
        for j in range(scores.scaled.shape[1]):
            raw, scaled = scores.snapshot.values[:, j], scores.scaled[:, j]
            for value in np.unique(raw[~np.isnan(raw)]):
                assert len(set(scaled[raw == value])) == 1
