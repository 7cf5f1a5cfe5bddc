"""What changed since the year before, on the same frozen reference."""

from dataclasses import dataclass

from comity.assess.comparison import Comparison, Move, compare
from comity.reports.figure import listed
from comity.terms.errors import ComityError
from comity_web.assess.scored import scores_of
from comity_web.site.computed import computed
from comity_web.world.evidence import panel
from comity_web.world.groups import own_members

_MOST = 10


@dataclass(frozen=True, slots=True)
class Mover:
    """One partner that moved.

    Parameters
    ----------
    move
        From where to where.
    why
        The construct that changed most in the direction of the score, with its change in points;
        empty where only others moved past.
    """

    move: Move
    why: str


@dataclass(frozen=True, slots=True)
class Movers:
    """Who moved most between two years, and how alike the two orders are."""

    before: int
    after: int
    comparison: Comparison
    most: tuple[Mover, ...]


def movers(year: int, group: str | None = None) -> Movers | str:
    """Compare a year with the one before; a sentence where that cannot be done."""
    if year <= panel().years[0]:
        return f"{year} is the panel's first year; there is nothing before it."
    scores = scores_of(year, group)
    key = ("movers", scores.model.digest, scores.provenance.data, year, group, own_members(group))
    return computed(key, lambda: _movers(year, group))


def _movers(year: int, group: str | None) -> Movers | str:
    try:
        before, after = scores_of(year - 1, group), scores_of(year, group)
        compared = compare(before, after)
    except ComityError as refusal:
        return str(refusal)
    labels = {c.id: c.label for c in after.model.constructs}
    moved = [m for m in compared.moves if m.moved][:_MOST]
    return Movers(
        year - 1, year, compared, tuple(Mover(move, _why(move, labels)) for move in moved)
    )


def _why(move: Move, labels: dict[str, str]) -> str:
    """Name the construct that moved the score most in the direction in which it went."""
    up = move.score_after - move.score_before
    known = {k: v for k, v in move.constructs.items() if v is not None}
    same = {k: v for k, v in known.items() if v * up > 0}
    if same:
        name = max(same, key=lambda k: abs(same[k]))
        return f"{labels[name]} {same[name]:+.1f}".replace("-", "−")
    gone = [labels[k] for k, v in move.constructs.items() if v is None]
    # A construct that came in or fell out changes the mean of the others without changing itself.
    return f"what is known of {listed(gone, 2)}" if gone and up else ""
