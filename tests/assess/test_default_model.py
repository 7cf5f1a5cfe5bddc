"""The Comity default on the embedded panel: what the README and the issue tracker promise of it."""

import numpy as np
import pandas as pd
import pytest

import comity
from comity.world.partners import partners

YEAR = 2022


@pytest.fixture(scope="module")
def model():
    return comity.PropensityModel.default()


@pytest.fixture(scope="module")
def panel():
    return comity.load_panel(imports=False)


@pytest.fixture(scope="module")
def scores(model, panel):
    return model.score(panel, year=YEAR)


def test_ten_constructs_of_at_least_three_indicators(model):
    assert len(model.constructs) == 10
    assert min(len(construct.indicators) for construct in model.constructs) >= 3


def test_at_least_forty_indicators_cover_at_least_140_partners(scores):
    counts = (~np.isnan(scores.snapshot.values)).sum(axis=0)
    covered = dict(zip(scores.model.indicators, counts.tolist(), strict=True))
    assert sum(count >= 140 for count in covered.values()) >= 40
    assert min(covered.values()) >= 120, sorted(covered.items(), key=lambda item: item[1])[:5]


def test_every_indicator_may_ship_and_is_turned_as_the_catalogue_says(model, panel):
    for use in model.uses:
        described = panel.catalogue[use.id]
        assert described.licence.may_ship, use.id
        if described.direction.sign:
            assert use.direction in {None, described.direction}, use.id
        else:
            assert use.direction is not None, use.id


def test_every_state_but_our_own_is_scored(scores):
    states = {one.id for one in partners().states(YEAR)} - {"USA"}
    assert set(scores.partners) == states
    assert (scores.rank > 0).all()


def test_scores_are_what_a_spreadsheet_would_make_of_the_panel(model, panel, scores):
    """Percentile ranks, means of means and thresholds again, in pandas alone."""
    states = list(scores.partners)
    frame = panel.to_frame(model.indicators, years=(YEAR - model.missing.max_age, YEAR))
    latest = frame.astype({"partner": str, "indicator": str}).sort_values("year")
    wide = latest.pivot_table("value", "partner", "indicator", aggfunc="last").reindex(states)
    constructs = []
    for construct in model.constructs:
        columns = []
        for use in construct.indicators:
            assert (use.scaling, use.max_age) == (None, None)
            turned = wide[use.id] * (-1 if str(use.direction) == "lower" else 1)
            place = (turned.rank() - 1) / (turned.count() - 1)
            columns.append(1 + 99 * place)
        table = pd.concat(columns, axis=1)
        known = table.notna().mean(axis=1)
        constructs.append(table.mean(axis=1).where(known >= model.missing.drop_below))
    expected = pd.concat(constructs, axis=1).mean(axis=1)
    np.testing.assert_allclose(scores.overall, expected.to_numpy(), rtol=0, atol=1e-9)


def test_publishers_errors_move_the_ranks(scores):
    """The Worldwide Governance Indicators come with standard errors, and they are used."""
    wgi = [j for j, name in enumerate(scores.model.indicators) if name.startswith("wgi.")]
    assert len(wgi) >= 5
    assert (np.nan_to_num(scores.snapshot.errors[:, wgi]) > 0).sum() > 0.95 * 5 * 190
    drawn = scores.rank_intervals(50, 1)
    erring = (np.nan_to_num(scores.snapshot.errors) > 0).any(axis=0).sum()
    said = f"{erring} indicators vary by their publisher's standard error"
    assert any(said in sentence for sentence in drawn.provenance.assumed)
    assert set(wgi) <= set(drawn.problem.errors.columns.tolist())
