"""Score partners: values of the panel, scaled on the frozen reference and aggregated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from comity.assess.model_parts import IndicatorUse
from comity.assess.scores import Scores
from comity.assess.scoring_peers import fill_from_peers
from comity.methods.composite import Thresholds, aggregate
from comity.methods.normalise import Scaler, Scaling, fit
from comity.methods.ranks import rank_descending
from comity.methods.transform import transform
from comity.terms.arrays import BoolArray, FloatArray
from comity.terms.errors import DataMissing, InputError, RecipeError, UnknownName
from comity.terms.hierarchy import Hierarchy
from comity.terms.indicator import Direction
from comity.terms.provenance import Provenance
from comity.world.deriving import described_indicators
from comity.world.groupings import groupings
from comity.world.panel import Panel, Snapshot
from comity.world.partners import partners as partner_book
from comity.world.source import all_sources

if TYPE_CHECKING:
    from comity.assess.model import PropensityModel

#: Partners are other countries; the panel's own country is never ranked.
OWN_COUNTRY = "USA"


def score_model(
    model: "PropensityModel",
    panel: Panel,
    *,
    year: int,
    group: str | None = None,
    partners: Sequence[str] | None = None,
    drop_missing: bool = False,
) -> Scores:
    """Score partners for one year; see :meth:`comity.PropensityModel.score`."""
    check_year(panel, year)
    model, dropped = fit_to_panel(model, panel, drop_missing=drop_missing)
    chosen = choose_partners(year, group, partners)
    signs = np.array([_sign(use, panel) for use in model.uses], dtype=float)
    snapshot = _snapshot(model, panel, year, chosen)
    scalers, constant = fit_scalers(model, panel, year, signs)
    turned = turn(snapshot.values, model, signs)
    scaled = np.column_stack([s(turned[:, j]) for j, s in enumerate(scalers)])
    scaled[:, constant] = np.nan
    dropped += dropped_constants(model, constant)
    imputed = np.zeros(scaled.shape, dtype=bool)
    if model.missing.rule == "group-median":
        imputed = fill_from_peers(scaled, chosen, year)
    rules = model.missing
    tree = without_constants(model, constant)
    result = aggregate(
        scaled,
        tree,
        model.aggregation,
        Thresholds(rules.flag_below, rules.drop_below, rules.top_below),
    )
    return Scores(
        model=model,
        year=year,
        group=group,
        partners=chosen,
        names=tuple(_name(p) for p in chosen),
        snapshot=snapshot,
        signs=signs,
        scalers=scalers,
        tree=tree,
        turned=turned,
        scaled=scaled,
        imputed=imputed,
        constructs=result.nodes[0],
        coverage=result.coverage[0],
        overall=result.index,
        overall_coverage=result.coverage[1][:, 0],
        rank=rank_descending(result.index),
        catalogue={use.id: panel.catalogue[use.id] for use in model.uses},
        provenance=Provenance(
            recipe=f"{model.name} {model.digest}",
            data=panel.edition,
            dropped=dropped,
            assumed=assumptions_of(model),
        ),
    )


def check_year(panel: Panel, year: int) -> None:
    """Refuse a year outside the panel before asking who existed then.

    Raises
    ------
    InputError
        Names the years that the panel covers.
    """
    first, last = panel.years
    if not first <= year <= last:
        raise InputError(f"The year {year} is outside the panel, which covers {first}-{last}.")


def check_reference(model: "PropensityModel", panel: Panel) -> None:
    """Refuse a model whose reference year is outside the panel.

    Raises
    ------
    RecipeError
        Names the years that the panel covers.
    """
    first, last = panel.years
    year = model.reference.year
    if year is not None and not first <= year <= last:
        raise RecipeError(
            f"The model's reference year {year} is outside the panel, which covers {first}-{last}."
        )


def score_series(
    model: "PropensityModel", panel: Panel, *, years: Iterable[int], group: str | None = None
) -> dict[int, Scores]:
    """Score several years; a reference year left open is fixed at the last one."""
    from dataclasses import replace

    wanted = sorted(set(years))
    if not wanted:
        raise InputError("No year was asked for; give at least one.")
    if model.reference.year is None:
        model = replace(model, reference=replace(model.reference, year=wanted[-1]))
    return {year: score_model(model, panel, year=year, group=group) for year in wanted}


def fit_to_panel(
    model: "PropensityModel", panel: Panel, *, drop_missing: bool
) -> tuple["PropensityModel", tuple[str, ...]]:
    """Return a model that the panel can serve, and what was left out.

    Raises
    ------
    RecipeError
        If the panel lacks an indicator that is not optional, unless ``drop_missing``.
    """
    held = set(panel.indicators)
    absent = [use for use in model.uses if use.id not in held]
    needed = [use.id for use in absent if not use.optional]
    _refuse_unknown(needed, panel)
    if needed and not drop_missing:
        listed = ", ".join(needed[:5]) + (" ..." if len(needed) > 5 else "")
        raise RecipeError(
            f"The panel holds no values for {len(needed)} indicator(s) of the model "
            f"{model.name!r}: {listed}. Import their sources, or leave them out on purpose "
            f"(--drop-missing, or drop_missing=True).{_how_to_bring(needed)}"
        )
    if len(absent) == len(model.uses):
        raise DataMissing(f"The panel holds none of the indicators of the model {model.name!r}.")
    if not absent:
        return model, ()
    said = tuple(f"{use.id} is not in the panel and was left out." for use in absent)
    return model.without(use.id for use in absent), said


def _refuse_unknown(names: Sequence[str], panel: Panel) -> None:
    """Names that no source describes are slips of the pen, not missing data."""
    described = {*panel.catalogue, *described_indicators()} if names else set()
    for name in names:
        if name not in described:
            raise UnknownName("indicator", name, sorted(described))


def _how_to_bring(names: Sequence[str]) -> str:
    """How to import the sources of indicators that Comity may not ship."""
    sources = dict.fromkeys(name.partition(".")[0] for name in names)
    brought = [one for one in sources if one in all_sources()]
    return "".join(f" For {one}: comity world import {one} FILE." for one in brought[:3])


def choose_partners(
    year: int, group: str | None, partners: Sequence[str] | None
) -> tuple[str, ...]:
    """Ids of the partners to score, sorted; never the United States."""
    if partners is not None:
        book = partner_book()
        ids = {book.resolve(name).id for name in partners}
    elif group is not None:
        ids = set(groupings().members(group, year))
    else:
        ids = {partner.id for partner in partner_book().states(year)}
    ids.discard(OWN_COUNTRY)
    if not ids:
        raise InputError(f"No partner is left to score in {year}; choose another group or year.")
    return tuple(sorted(ids))


@dataclass(frozen=True, slots=True)
class _Sample:
    year: int
    partners: tuple[str, ...]


def _reference_sample(model: "PropensityModel", panel: Panel, year: int) -> _Sample:
    check_reference(model, panel)
    at = year if model.reference.year is None else model.reference.year
    group = None if model.reference.group == "states" else model.reference.group
    return _Sample(at, choose_partners(at, group, None))


def fit_scalers(
    model: "PropensityModel",
    panel: Panel,
    year: int,
    signs: FloatArray,
    scaling: Scaling | None = None,
) -> tuple[tuple[Scaler, ...], BoolArray]:
    """Fit every indicator's scaling on the reference sample.

    Parameters
    ----------
    scaling
        In place of the model's; indicators with a scaling of their own keep it.

    Returns
    -------
    tuple
        Scalers ``(J,)``, and whether each indicator is constant in the reference ``(J,)``.
    """
    sample = _reference_sample(model, panel, year)
    snapshot = _snapshot(model, panel, sample.year, sample.partners)
    turned = turn(snapshot.values, model, signs)
    common = scaling or model.scaling
    scalers = tuple(fit(turned[:, j], use.scaling or common) for j, use in enumerate(model.uses))
    return scalers, np.array([s.constant for s in scalers], dtype=bool)


def turn(values: FloatArray, model: "PropensityModel", signs: FloatArray) -> FloatArray:
    """Transform every column and turn it so that high is favourable ``(n, J)``."""
    columns = []
    for j, use in enumerate(model.uses):
        try:
            columns.append(transform(values[:, j], use.transform) * signs[j])
        except RecipeError as refusal:
            raise RecipeError(f"Indicator {use.id!r}: {refusal}") from None
    return np.column_stack(columns)


def _snapshot(
    model: "PropensityModel", panel: Panel, year: int, partners: Sequence[str]
) -> Snapshot:
    ages = [model.missing.max_age if u.max_age is None else u.max_age for u in model.uses]
    snapshot = panel.at(model.indicators, year, max_age=ages, partners=partners)
    column = {name: j for j, name in enumerate(model.indicators)}
    row = {name: i for i, name in enumerate(snapshot.partners)}
    for override in model.overrides:
        if override.partner in row:
            cell = row[override.partner], column[override.indicator]
            snapshot.values[cell] = override.value
            snapshot.errors[cell] = np.nan
            snapshot.observed[cell] = year
            snapshot.vintage[cell] = -1
    return snapshot


def _sign(use: IndicatorUse, panel: Panel) -> int:
    direction = use.direction or panel.catalogue[use.id].direction
    if direction is Direction.NEUTRAL:
        raise RecipeError(
            f"The catalogue does not say which way {use.id!r} is favourable; "
            "give it a direction (higher or lower) in the model."
        )
    return direction.sign


def dropped_constants(model: "PropensityModel", constant: BoolArray) -> tuple[str, ...]:
    """Say which indicators carry no information, one sentence each."""
    return tuple(
        f"{model.uses[j].id} is the same for the whole reference sample and was left out."
        for j in np.flatnonzero(constant)
    )


def without_constants(model: "PropensityModel", constant: BoolArray) -> Hierarchy:
    """Return the model's tree in which indicators without information weigh nothing.

    Raises
    ------
    RecipeError
        If a construct is left with nothing.
    """
    tree = model.tree
    if not constant.any():
        return tree
    bottom = np.where(constant, 0.0, tree.levels[0].weight)
    alive = np.bincount(tree.levels[0].parent, weights=bottom, minlength=len(model.constructs)) > 0
    if not alive.all():
        empty = model.constructs[int(np.flatnonzero(~alive)[0])].id
        raise RecipeError(
            f"Every indicator of the construct {empty!r} is constant in the reference sample; "
            "remove the construct or choose another reference year."
        )
    return tree.with_weights((bottom, tree.levels[1].weight))


def assumptions_of(model: "PropensityModel") -> tuple[str, ...]:
    """Say what the model takes for granted, one sentence each."""
    rules = model.missing
    where = model.reference.year or "the year that is scored"
    said = [
        f"Scaling ({model.scaling.method}) is fitted on {model.reference.group} in {where}.",
        f"A value counts for {rules.max_age} years unless an indicator says otherwise.",
    ]
    if rules.rule == "available":
        said.append("The weight of a missing indicator goes to the others of its construct.")
    else:
        said.append("A missing value is the median of its World Bank region and income group.")
    return (*said, *(override.sentence for override in model.overrides))


def _name(partner: str) -> str:
    found = partner_book().by_code("iso3", partner)
    return found.name if found is not None else partner
