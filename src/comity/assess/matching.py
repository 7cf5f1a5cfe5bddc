"""Priority, propensity and funding set side by side: where money and prospects disagree."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.terms.arrays import BoolArray, FloatArray
from comity.terms.errors import InputError
from comity.terms.provenance import Provenance
from comity.world.partners import partners as partner_book

if TYPE_CHECKING:
    import pandas as pd

    from comity.assess.rank_intervals import RankIntervals
    from comity.assess.scores import Scores

LABELS = ("review", "needs workarounds", "possible under-investment", "consistent")


@dataclass(frozen=True, eq=False)
class Matches:
    """Funding against what priority and propensity would lead one to expect.

    All shares are percentile ranks among the partners compared, 0-1.

    Parameters
    ----------
    partners, names
        Partners that have a score, a priority and a funding figure ``(n,)``.
    priority, funding
        As given ``(n,)``.
    priority_rank, propensity_rank, funding_rank
        Percentile ranks ``(n,)``.
    expected
        ``balance`` times priority plus the rest times propensity ``(n,)``.
    gap
        Funding rank less the expected one ``(n,)``: positive where more is spent.
    expected_funding
        Amount at the expected rank of the funding distribution ``(n,)``.
    flagged
        Whether the gap exceeds the threshold ``(n,)``.
    label
        One of :data:`LABELS` ``(n,)``.
    certainty
        Share of draws with the same label ``(n,)``; None without draws.
    left_out
        Partners that could not be compared, with the reason.
    """

    partners: tuple[str, ...]
    names: tuple[str, ...]
    priority: FloatArray
    funding: FloatArray
    priority_rank: FloatArray
    propensity_rank: FloatArray
    funding_rank: FloatArray
    expected: FloatArray
    gap: FloatArray
    expected_funding: FloatArray
    flagged: BoolArray
    label: tuple[str, ...]
    certainty: FloatArray | None
    balance: float
    threshold: float
    left_out: tuple[str, ...]
    provenance: Provenance

    def rows(self) -> list[dict[str, Any]]:
        """One mapping for each partner, widest gap first."""
        return [
            {
                "partner": self.partners[i],
                "name": self.names[i],
                "label": self.label[i],
                "certainty": None if self.certainty is None else float(self.certainty[i]),
                "gap": float(self.gap[i]),
                "flagged": bool(self.flagged[i]),
                "priority": float(self.priority[i]),
                "priority_rank": float(self.priority_rank[i]),
                "propensity_rank": float(self.propensity_rank[i]),
                "funding": float(self.funding[i]),
                "funding_rank": float(self.funding_rank[i]),
                "expected_rank": float(self.expected[i]),
                "expected_funding": float(self.expected_funding[i]),
            }
            for i in np.argsort(-np.abs(self.gap), kind="stable")
        ]

    def to_frame(self) -> "pd.DataFrame":
        """One row for each partner, widest gap first."""
        import pandas as pd

        return pd.DataFrame(self.rows())

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "balance": self.balance,
            "threshold": self.threshold,
            "provenance": self.provenance.to_dict(),
            "left_out": list(self.left_out),
            "partners": self.rows(),
        }


def match(
    scores: "Scores",
    priority: Mapping[str, float],
    funding: Mapping[str, float],
    *,
    intervals: "RankIntervals | None" = None,
    balance: float = 0.5,
    threshold: float = 0.25,
    leave_out: Mapping[str, str] | None = None,
) -> Matches:
    """Compare funding with priority and propensity.

    Parameters
    ----------
    scores
        Propensity.
    priority
        By partner id or name; only the order matters.
    funding
        By partner id or name, in one currency and year basis; zero is a figure, absence is not.
    intervals
        Kept draws, to say how sure each label is.
    balance
        Weight of priority against propensity in what is expected, 0-1.
    threshold
        Gap that is flagged, 0-1.
    leave_out
        Partners that are not compared, by id, with the reason.

    Assumptions
    -----------
    "High" is the upper half of the partners compared. Balance, threshold and labels are Comity
    defaults.

    References
    ----------
    :cite:p:`paul2013prioritization` for the idea of looking for mismatches between funding,
    priority and propensity.

    Raises
    ------
    InputError
        If nothing can be compared, or a number is out of range.
    """
    for name, value in (("balance", balance), ("threshold", threshold)):
        if not 0 <= value <= 1:
            raise InputError(f"The {name} must lie between 0 and 1, not {value:g}.")
    rank_of, money = _by_row(scores, priority), _by_row(scores, funding)
    rows, left_out = _comparable(scores, rank_of, money, leave_out or {})
    want = np.array([rank_of[i] for i in rows])
    paid = np.array([money[i] for i in rows])
    r_priority, r_funding = percentile_rank(want), percentile_rank(paid)
    r_propensity = percentile_rank(scores.overall[rows])
    expected = balance * r_priority + (1 - balance) * r_propensity
    gap = r_funding - expected
    label = _labels(r_priority, r_propensity, r_funding)
    return Matches(
        partners=tuple(scores.partners[i] for i in rows),
        names=tuple(scores.names[i] for i in rows),
        priority=want,
        funding=paid,
        priority_rank=r_priority,
        propensity_rank=r_propensity,
        funding_rank=r_funding,
        expected=expected,
        gap=gap,
        expected_funding=np.quantile(paid, np.clip(expected, 0.0, 1.0)),
        flagged=np.abs(gap) > threshold,
        label=tuple(LABELS[k] for k in label),
        certainty=_certainty(scores, rows, intervals, label, r_priority, r_funding),
        balance=balance,
        threshold=threshold,
        left_out=left_out,
        provenance=replace(
            scores.provenance,
            seed=intervals.draws.seed if intervals is not None else None,
            assumed=(
                *scores.provenance.assumed,
                f"Expected funding rank: {balance:g} priority + {1 - balance:g} propensity.",
                "High means the upper half; balance, threshold and labels are Comity defaults.",
            ),
        ),
    )


def _by_row(scores: "Scores", given: Mapping[str, float]) -> dict[int, float]:
    """Figures by row of the scores; a partner that was not asked for is passed over."""
    book = partner_book()
    rows = {partner: i for i, partner in enumerate(scores.partners)}
    out = {}
    for name, value in given.items():
        partner = name if name in rows else book.resolve(name).id
        if partner in rows:
            out[rows[partner]] = float(value)
    return out


def _comparable(
    scores: "Scores",
    priority: Mapping[int, float],
    funding: Mapping[int, float],
    leave_out: Mapping[str, str],
) -> tuple[np.typing.NDArray[np.int64], tuple[str, ...]]:
    rows, left_out = [], []
    for i, name in enumerate(scores.names):
        if scores.partners[i] in leave_out:
            left_out.append(f"{name}: {leave_out[scores.partners[i]]}")
            continue
        lacks = [
            what
            for what, there in (
                ("score", scores.rank[i] > 0),
                ("priority", i in priority and np.isfinite(priority[i])),
                ("funding figure", i in funding and np.isfinite(funding[i])),
            )
            if not there
        ]
        if lacks:
            left_out.append(f"{name}: no {' and no '.join(lacks)}")
        else:
            rows.append(i)
    if len(rows) < 2:
        raise InputError(
            f"Only {len(rows)} partner(s) have a score, a priority and a funding figure; "
            "at least two are needed to compare."
        )
    return np.array(rows, dtype=np.int64), tuple(left_out)


def percentile_rank(x: FloatArray) -> FloatArray:
    """Share of the others that lie below, ties counted half ``(n,)``, 0-1."""
    ordered = np.sort(x)
    below = np.searchsorted(ordered, x, side="left")
    upto = np.searchsorted(ordered, x, side="right")
    rank: FloatArray = (below + upto - 1) / 2.0 / max(len(x) - 1, 1)
    return rank


def _labels(
    priority: FloatArray, propensity: FloatArray, funding: FloatArray
) -> np.typing.NDArray[np.int64]:
    """Position in :data:`LABELS`; arrays of any common shape."""
    much, likely, wanted = funding > 0.5, propensity > 0.5, priority > 0.5
    label = np.full(np.broadcast_shapes(funding.shape, propensity.shape), 3, dtype=np.int64)
    label[much & ~likely & ~wanted] = 0
    label[much & ~likely & wanted] = 1
    label[~much & likely & wanted] = 2
    return label


def _certainty(
    scores: "Scores",
    rows: np.typing.NDArray[np.int64],
    intervals: "RankIntervals | None",
    label: np.typing.NDArray[np.int64],
    priority: FloatArray,
    funding: FloatArray,
) -> FloatArray | None:
    """Share of draws that give the same label."""
    if intervals is None:
        return None
    if intervals.draws.scores is None:
        raise InputError("The certainty of labels needs the draws; draw with keep=True.")
    place = {partner: i for i, partner in enumerate(intervals.partners)}
    columns = [place[scores.partners[i]] for i in rows]
    same = np.zeros(len(rows))
    drawn = intervals.draws.scores[:, columns]
    for part in np.array_split(drawn, 1 + len(drawn) // 4096):
        order = np.argsort(np.argsort(part, axis=1), axis=1)
        propensity = order / max(len(rows) - 1, 1)
        same += (_labels(priority, propensity, funding) == label).sum(axis=0)
    return same / len(drawn)
