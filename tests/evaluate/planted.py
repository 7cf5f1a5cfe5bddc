"""Simulated panels whose truth is known, in the columns that the ready studies read."""

import numpy as np

from comity.evaluate.frame_expression import column_of
from comity.methods.panel_columns import Table


def standard(x):
    return (x - x.mean()) / x.std()


def later(x, periods, horizons):
    """Sum of earlier values of each unit: what happens in a year is felt after each horizon."""
    wide = x.reshape(-1, periods)
    felt = np.zeros_like(wide)
    for horizon in horizons:
        felt[:, horizon:] += wide[:, :-horizon]
    return felt.ravel()


def fragility_panel(seed=1, units=240, periods=14):
    """Concave in assistance, none of financing, more where democratic, none at 20 points or more.

    Fragility stays within 0 to 25; a unit is above the threshold or below it throughout, so that
    the threshold is met in level and not by chance.
    """
    draw = np.random.default_rng(seed)
    n = units * periods
    unit = np.repeat(np.arange(units), periods)
    year = np.tile(1995.0 + np.arange(periods), units)
    democracy = np.repeat(standard(draw.normal(size=units)), periods)
    severe = np.repeat(np.arange(units) % 3 == 0, periods)
    sc_head = np.exp(np.repeat(draw.normal(0, 1, units), periods) + draw.normal(0, 1, n)) - 0.2
    sc_head = np.maximum(sc_head, 0.0)
    financing, law, other, population = draw.normal(size=(4, n))
    education = draw.normal(size=n)
    knot = np.quantile(sc_head[sc_head > 0], 0.5)
    felt = np.minimum(sc_head, knot) + 0.02 * np.maximum(sc_head - knot, 0)
    pull = -(1.0 + 0.8 * democracy) * (felt - felt.mean()) - 0.5 * education
    level = np.where(severe, 22.0, 10.0) + np.repeat(draw.uniform(-1.5, 1.5, units), periods)
    now = level + draw.normal(0, 0.6, n)
    moved = np.where(severe, 0.0, pull)
    fragility = np.clip(now + later(moved, periods, (1, 3, 5)), 0, 25)
    columns = {
        "partner": np.array([f"P{i:03d}" for i in unit], dtype=object), "year": year,
        "un_region": np.array([f"R{i % 4}" for i in unit], dtype=object),
        "fragility": fragility, "fragility_core": fragility + draw.normal(0, 0.2, n),
        "sc": sc_head * 1e3, "sc_head": sc_head, "sc_log": np.log1p(sc_head),
        "education": education, "financing": financing, "law": law, "other": other,
        "log_population": population, "econ_log": draw.normal(size=n),
        "conflict": draw.integers(0, 3, n).astype(float), "neighbours": draw.normal(size=n),
        "democracy": democracy, "institutions": standard(draw.normal(size=n)),
        "corruption": draw.normal(size=n), "ever_assisted": np.ones(n),
        "very_fragile": (fragility >= 16).astype(float),
        "most_fragile": (fragility >= 20).astype(float),
    }  # fmt: skip
    table = Table(columns, "partner", "year")
    columns["sc_low"] = column_of("least(sc_head, quantile(sc_head, 0.5))", table)
    columns["sc_high"] = column_of("positive(sc_head - quantile(sc_head, 0.5))", table)
    return Table(columns, "partner", "year")


def shuffled(table, names, seed):
    """The same panel with whole histories of some columns given to other units."""
    order = np.random.default_rng(seed).permutation(len(set(table.column("partner"))))
    periods = len(table) // len(order)
    rows = (order[:, None] * periods + np.arange(periods)).ravel()
    columns = dict(table.columns)
    for name in names:
        columns[name] = np.asarray(columns[name])[rows]
    return Table(columns, "partner", "year")


def africa_panel(seed=1, units=60, periods=50):
    """More war with assistance to 1990, no change after, less where a mission is present."""
    draw = np.random.default_rng(seed)
    n = units * periods
    unit, year = np.repeat(np.arange(units), periods), np.tile(1965.0 + np.arange(periods), units)
    sc = np.exp(draw.normal(0, 1, n))
    log_sc = np.log1p(sc)
    late = year > 1990
    mission = (late & (draw.uniform(size=n) < 0.1)).astype(float)
    slope = np.where(late, np.where(mission == 1, -0.35, 0.0), 0.25)
    felt = later(slope * (log_sc - log_sc.mean()), periods, (1, 2))
    chance = 0.4 + felt + np.repeat(draw.normal(0, 0.05, units), periods)
    war = (draw.uniform(size=n) < np.clip(chance, 0, 1)).astype(float)
    repression = felt + draw.normal(0, 0.4, n)
    columns = {
        "partner": np.array([f"A{i:02d}" for i in unit], dtype=object), "year": year,
        "civil_war": war, "major_war": war, "sc_head": sc, "sc": sc * 1e3, "mission": mission,
        "repression": repression, "after_1990": late.astype(float),
        "log_population": draw.normal(size=n), "log_gdp": draw.normal(size=n),
        "econ_log": draw.normal(size=n), "democracy": draw.normal(size=n),
        "years_since": draw.uniform(1, 9, n),
        "after_conflict": (draw.uniform(size=n) < 0.9).astype(float),
    }  # fmt: skip
    return Table(columns, "partner", "year")
