"""What a scenario says: today's ranks, what was agreed, and whether the two still agree."""

from dataclasses import dataclass
from typing import Any

from comity.terms.errors import ComityError
from comity.terms.version import VERSION
from comity_web.assess.models import AgreedResult, Scenario
from comity_web.assess.recipes import model_from
from comity_web.assess.scored import DRAWS, SEED, intervals_of, scores_of
from comity_web.world.evidence import panel


@dataclass(frozen=True, slots=True)
class Today:
    """What today's data give.

    Parameters
    ----------
    rows
        One mapping for each partner, best first; empty where nothing can be scored.
    about
        How ranks and intervals were made.
    refused
        Why today's data cannot be scored; empty where they can.
    """

    rows: list[dict[str, Any]]
    about: str
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Since:
    """What has changed since a result was agreed.

    Parameters
    ----------
    same
        Whether all ranks and scores are as they were agreed.
    said
        One sentence.
    moved
        Partners whose rank differs, widest first.
    """

    same: bool
    said: str
    moved: list[dict[str, Any]]


def today(scenario: Scenario) -> Today:
    """Score a scenario on the data of this installation."""
    try:
        model = model_from(scenario.recipe, scenario.name)
        scores = scores_of(scenario.year, scenario.group or None, model)
        drawn = intervals_of(scenario.year, scenario.group or None, model)
    except ComityError as refusal:
        return Today([], "", str(refusal))
    spread = {row["partner"]: row for row in drawn.rows()}
    rows = [{**row, **spread.get(row["partner"], {})} for row in scores.rows()]
    about = (
        f"Data edition {scores.provenance.data}. Intervals hold 90 % of {DRAWS:,} draws with "
        f"everything uncertain, seed {SEED}."
    )
    return Today(rows, about)


def since_agreed(agreed: AgreedResult, now: Today) -> Since:
    """Say whether today's data give what was agreed."""
    if now.refused:
        return Since(False, f"Today's data cannot be scored with it: {now.refused}", [])
    old = {row["partner"]: row for row in agreed.rows}
    new = {row["partner"]: row for row in now.rows}
    moved = [_difference(old, new, p) for p in {**old, **new} if _rank(old, p) != _rank(new, p)]
    moved.sort(key=lambda row: -abs(row["moved"] or 999))
    scored = [p for p in old if _rank(old, p) and _rank(new, p)]
    widest = max((abs(old[p]["score"] - new[p]["score"]) for p in scored), default=0.0)
    edition = _edition(agreed)
    if not moved and widest < 1e-9:
        return Since(True, f"{edition} The same ranks and scores come out today.", [])
    said = f"{edition} Today {len(moved)} partners have another rank; scores differ by {widest:.2f} points at most."
    return Since(False, said, moved)


def _edition(agreed: AgreedResult) -> str:
    now = panel().edition
    if agreed.data_edition == now and agreed.comity_version == VERSION:
        return f"The data are still edition {now}."
    return (
        f"Agreed on data edition {agreed.data_edition} with Comity {agreed.comity_version}; "
        f"today's are {now} and {VERSION}."
    )


def _rank(rows: dict[str, dict[str, Any]], partner: str) -> int | None:
    rank: int | None = rows.get(partner, {}).get("rank")
    return rank


def _difference(
    old: dict[str, dict[str, Any]], new: dict[str, dict[str, Any]], partner: str
) -> dict[str, Any]:
    was, now = _rank(old, partner), _rank(new, partner)
    name = (new.get(partner) or old[partner])["name"]
    moved = was - now if was and now else None
    return {"partner": partner, "name": name, "agreed": was, "today": now, "moved": moved}
