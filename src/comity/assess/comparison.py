"""Two sets of scores compared: who moved, how far, and which constructs moved them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.terms.errors import InputError

if TYPE_CHECKING:
    import pandas as pd

    from comity.assess.scores import Scores


@dataclass(frozen=True, slots=True)
class Move:
    """How one partner moved.

    Parameters
    ----------
    partner, name
        Who.
    rank_before, rank_after
        Among the partners scored in both, so that ranks compare.
    score_before, score_after
        On the models' scales.
    constructs
        Change of each construct's score, for constructs of both models; None where missing.
    """

    partner: str
    name: str
    rank_before: int
    rank_after: int
    score_before: float
    score_after: float
    constructs: dict[str, float | None]

    @property
    def moved(self) -> int:
        """Places gained; negative where lost."""
        return self.rank_before - self.rank_after

    @property
    def mainly(self) -> str:
        """Construct that changed most, with its sign."""
        known = {k: v for k, v in self.constructs.items() if v is not None}
        if not known or not any(known.values()):
            return ""
        name = max(known, key=lambda k: abs(known[k]))
        return f"{name} {known[name]:+.1f}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Moves of all partners scored in both, widest first.

    Parameters
    ----------
    before, after
        What was compared.
    moves
        One for each partner.
    correlation
        Spearman's rank correlation between the two.
    left_out
        Partners scored in only one of the two.
    dropped
        Indicators of the first that the second does not use.
    """

    before: str
    after: str
    moves: tuple[Move, ...]
    correlation: float
    left_out: tuple[str, ...]
    dropped: tuple[str, ...]

    def rows(self) -> list[dict[str, Any]]:
        """One mapping for each partner."""
        return [
            {
                "partner": m.partner,
                "name": m.name,
                "moved": m.moved,
                "rank_before": m.rank_before,
                "rank_after": m.rank_after,
                "score_before": m.score_before,
                "score_after": m.score_after,
                "mainly": m.mainly,
            }
            for m in self.moves
        ]

    def to_frame(self) -> "pd.DataFrame":
        """One row for each partner."""
        import pandas as pd

        return pd.DataFrame(self.rows())

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        from dataclasses import asdict

        return {**asdict(self), "moves": [{**asdict(m), "moved": m.moved} for m in self.moves]}


def compare(before: "Scores", after: "Scores") -> Comparison:
    """Compare two sets of scores, of two models, two years or two editions of the data.

    Raises
    ------
    InputError
        If fewer than two partners are scored in both.
    """
    ours = {before.partners[i] for i in before.order}
    theirs = {after.partners[i] for i in after.order}
    both = sorted(ours & theirs)
    if len(both) < 2:
        raise InputError(f"Only {len(both)} partner(s) are scored in both; nothing to compare.")
    rows = [(before.partners.index(p), after.partners.index(p)) for p in both]
    old = np.array([before.overall[i] for i, _ in rows])
    new = np.array([after.overall[j] for _, j in rows])
    rank_old, rank_new = (_ranks(x) for x in (old, new))
    moves = [
        Move(
            p,
            before.names[i],
            int(rank_old[place]),
            int(rank_new[place]),
            float(old[place]),
            float(new[place]),
            _construct_changes(before, after, i, j),
        )
        for place, (p, (i, j)) in enumerate(zip(both, rows, strict=True))
    ]
    moves.sort(key=lambda m: (-abs(m.moved), m.rank_after))
    names = dict(zip(before.partners, before.names, strict=True))
    names |= dict(zip(after.partners, after.names, strict=True))
    return Comparison(
        _label(before),
        _label(after),
        tuple(moves),
        float(np.corrcoef(rank_old, rank_new)[0, 1]),
        tuple(sorted(names[p] for p in ours ^ theirs)),
        tuple(i for i in before.model.indicators if i not in set(after.model.indicators)),
    )


def _ranks(x: np.typing.NDArray[np.float64]) -> np.typing.NDArray[np.int64]:
    ordered = np.sort(-x)
    return (np.searchsorted(ordered, -x, side="left") + 1).astype(np.int64)


def _construct_changes(
    before: "Scores", after: "Scores", i: int, j: int
) -> dict[str, float | None]:
    late = {c.id: k for k, c in enumerate(after.model.constructs)}
    out: dict[str, float | None] = {}
    for k, construct in enumerate(before.model.constructs):
        if construct.id in late:
            change = after.constructs[j, late[construct.id]] - before.constructs[i, k]
            out[construct.id] = None if np.isnan(change) else float(change)
    return out


def _label(scores: "Scores") -> str:
    return f"{scores.model.name} {scores.model.digest}, {scores.year}"
