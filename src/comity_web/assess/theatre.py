"""The map's layers in one year and in all years, and every partner's way through the years."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from comity.assess.funding import Funding, funding_of
from comity.assess.scores import Scores
from comity.reports.chart_theme import NO_DATA
from comity.reports.map_layers import (
    MapLayer,
    coverage_layer,
    funding_layer,
    mismatch_layer,
    priority_layer,
    propensity_layer,
)
from comity.reports.score_trend import Standing
from comity.terms.errors import ComityError
from comity_web.assess.matched import match_now
from comity_web.assess.priorities import Priorities, priorities_of
from comity_web.assess.scored import default_model, score_now, scores_of
from comity_web.assess.theatre_question import LAYERS
from comity_web.site.computed import computed
from comity_web.world.evidence import panel
from comity_web.world.groups import own_members

#: A layer, or one sentence that says why there is none.
Layers = Mapping[str, MapLayer | str]
_OUTSIDE, _NO_CLASS = " ", "."


@dataclass(frozen=True, slots=True)
class Years:
    """All years at once.

    Parameters
    ----------
    body, etag
        Classes of every partner in every layer and year as JSON, and its digest.
    standings
        By partner id, oldest first; years in which it is not scored are absent.
    """

    body: bytes
    etag: str
    standings: Mapping[str, tuple[Standing, ...]]


def layers_at(year: int, group: str | None = None) -> Layers:
    """Return every layer for one year."""
    priorities = priorities_of(year, group)
    scores = scores_of(year, group)
    asked = (year, group, own_members(group), priorities.stamp)
    key = ("layers", scores.model.digest, scores.provenance.data, *asked)
    return computed(key, lambda: _layers(scores, priorities))


def all_years(group: str | None = None) -> Years:
    """Go through all years of the panel; computed once for each grouping."""
    asked = (group, own_members(group), priorities_of(panel().years[1], group).stamp)
    key = ("all years", default_model().digest, panel().edition, *asked)
    return computed(key, lambda: _all_years(group))


def _layers(scores: Scores, priorities: Priorities) -> Layers:
    return {
        "propensity": propensity_layer(scores),
        "priority": priority_layer(scores, priorities.figures, priorities.about),
        **_of_money(scores, priorities),
        "coverage": coverage_layer(scores),
    }


def _of_money(scores: Scores, priorities: Priorities) -> dict[str, MapLayer | str]:
    try:
        funding: Funding = funding_of(panel(), scores.year)
    except ComityError as refusal:
        return dict.fromkeys(("funding", "mismatch"), str(refusal))
    shown: dict[str, MapLayer | str] = {"funding": funding_layer(scores, funding)}
    try:
        shown["mismatch"] = mismatch_layer(scores, match_now(scores, priorities, funding).matches)
    except ComityError as refusal:
        shown["mismatch"] = str(refusal)
    return shown


def _all_years(group: str | None) -> Years:
    first, last = panel().years
    layers: dict[int, Layers] = {}
    standings: dict[str, list[Standing]] = {}
    refused: dict[int, str] = {}
    for year in range(first, last + 1):
        try:
            scores = score_now(year, group, default_model())
        except ComityError as refusal:  # nobody of a small group existed yet
            refused[year] = str(refusal)
            continue
        layers[year] = _layers(scores, priorities_of(year, group))
        count = len(scores.order)
        for i in scores.order:
            standing = Standing(year, float(scores.overall[i]), int(scores.rank[i]), count)
            standings.setdefault(scores.partners[i], []).append(standing)
    body = json.dumps(_packed(layers, refused), separators=(",", ":")).encode()
    ways = {partner: tuple(rows) for partner, rows in standings.items()}
    return Years(body, sha256(body).hexdigest()[:16], ways)


def _packed(layers: Mapping[int, Layers], refused: Mapping[int, str]) -> dict[str, object]:
    """One character for each partner and year, so that all of it is a few kilobytes."""
    known = {
        p
        for shown in layers.values()
        for x in shown.values()
        if isinstance(x, MapLayer)
        for p in x.place
    }
    partners = sorted(known)
    return {
        "partners": partners,
        "missing": NO_DATA,
        "layers": {name: _packed_layer(name, layers, partners, refused) for name in LAYERS},
    }


def _packed_layer(
    name: str, layers: Mapping[int, Layers], partners: list[str], refused: Mapping[int, str]
) -> dict[str, object]:
    at: dict[int, str] = {}
    none: dict[int, str] = dict(refused)
    last: MapLayer | None = None
    for year, shown in layers.items():
        layer = shown[name]
        if isinstance(layer, str):
            none[year] = layer
        else:
            at[year] = "".join(_mark(layer, p) for p in partners)
            last = layer
    return {
        "classes": last.classes if last else [],
        "missing": last.missing if last else "",
        "at": at,
        "none": none,
    }


def _mark(layer: MapLayer, partner: str) -> str:
    place = layer.place.get(partner)
    if place is None:
        return _OUTSIDE
    return _NO_CLASS if place < 0 else str(place)
