"""What the start page says around its map, written once for each question."""

from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from comity.reports.country_map import country_map
from comity.reports.map_layers import MapLayer
from comity.reports.numbers_in_words import points
from comity.terms.errors import ComityError
from comity_web.assess.headlines import headlines
from comity_web.assess.matched import Matched, matched
from comity_web.assess.movers import movers
from comity_web.assess.priorities import priorities_of
from comity_web.assess.scored import scores_of
from comity_web.assess.theatre import layers_at
from comity_web.assess.theatre_question import Question
from comity_web.site.computed import computed
from comity_web.world.evidence import manifest, panel

_MOST = 12


@dataclass(frozen=True, slots=True)
class Told:
    """The parts of the page that depend on the question.

    Parameters
    ----------
    drawing
        The map.
    words
        Its title, legend and summary.
    rest
        Cards, mismatches, changes and the table.
    """

    drawing: SafeString
    words: SafeString
    rest: SafeString


def told(question: Question) -> Told:
    """Return the parts, kept by everything on which they depend."""
    priorities = priorities_of(question.year, question.group)
    key = ("told", panel().edition, priorities.stamp, repr(question))
    return computed(key, lambda: _told(question))


def _told(question: Question) -> Told:
    layer = layers_at(question.year, question.group)[question.layer]
    context = _context(question, layer)
    return Told(
        _drawing(question, layer),
        render_to_string("assess/map_words.html", context),
        render_to_string("assess/told.html", context),
    )


def _drawing(question: Question, layer: MapLayer | str) -> SafeString:
    scores = scores_of(question.year, question.group)
    shown = layer if isinstance(layer, MapLayer) else _empty(question, layer)
    close_to = scores.partners if question.group else ()
    drawn = country_map(shown, close_to=close_to, address=_address)
    return mark_safe(drawn)  # noqa: S308 (written by us from escaped text)


def _empty(question: Question, reason: str) -> MapLayer:
    """Nobody in any class, so that the map stands there to be coloured by another year."""
    scores = scores_of(question.year, question.group)
    names = dict(zip(scores.partners, scores.names, strict=True))
    nobody = dict.fromkeys(names, -1)
    return MapLayer(question.layer, reason, reason, (), "no figure", nobody, {}, names)


def _address(partner: str) -> str:
    return reverse("partner", args=[partner])


def _context(question: Question, layer: MapLayer | str) -> dict[str, Any]:
    scores = scores_of(question.year, question.group)
    try:
        found: Matched | None = matched(question.year, question.group)
    except ComityError:
        found = None
    odd = [r for r in found.matches.rows() if r["label"] != "consistent"] if found else []
    return {
        "question": question,
        "layer": layer if isinstance(layer, MapLayer) else None,
        "reason": layer if isinstance(layer, str) else "",
        "scores": scores,
        "cards": headlines(question),
        "found": found,
        "mismatches": [{**r, "points": points(r["gap"])} for r in odd[:_MOST]],
        "mismatch_query": question.query(layer="mismatch"),
        "more_mismatches": max(len(odd) - _MOST, 0),
        "movers": movers(question.year, question.group),
        "rows": _rows(question, layer, found),
        "sources": manifest().sources,
    }


def _rows(question: Question, layer: MapLayer | str, found: Matched | None) -> list[dict[str, Any]]:
    """One row for each partner, best first: the map in words."""
    scores = scores_of(question.year, question.group)
    rest = [i for i in range(len(scores.partners)) if not scores.rank[i]]
    label = dict(zip(found.matches.partners, found.matches.label, strict=True)) if found else {}
    money = found.funding.amounts if found else {}
    rows = []
    for i in (*scores.order, *rest):
        partner = scores.partners[i]
        rows.append(
            {
                "partner": partner,
                "name": scores.names[i],
                "address": _address(partner),
                "rank": int(scores.rank[i]) or None,
                "score": float(scores.overall[i]),
                "funding": money.get(partner),
                "label": label.get(partner),
                "place": _class(layer, partner),
                "said": layer.said[partner] if isinstance(layer, MapLayer) else scores.names[i],
            }
        )
    return rows


def _class(layer: MapLayer | str, partner: str) -> str | None:
    if isinstance(layer, str):
        return None
    at = layer.place.get(partner, -1)
    return layer.classes[at][0] if at >= 0 else layer.missing
