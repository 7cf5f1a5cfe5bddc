"""The first screen of the brief: the answer, in sentences that the numbers decide."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from comity.assess.matching import LABELS, Matches
from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity.reports.numbers_in_words import money, percent, rank_span


@dataclass(frozen=True, slots=True)
class Item:
    """One partner on the first screen, with what is said of it."""

    partner: str
    name: str
    said: str


@dataclass(frozen=True, slots=True)
class Card:
    """A question, its answer in a line, and the partners that show it."""

    question: str
    answer: str
    items: tuple[Item, ...]
    rest: str = ""


_MOST = 6


def answer_cards(
    scores: Scores, intervals: RankIntervals | None, matches: Matches | None
) -> tuple[Card, ...]:
    """Answer which partners matter, where cooperation is likely to work, and if money is in line."""
    likely = _likely(scores, intervals)
    if matches is None:
        return (likely,)
    return (_matter(matches), likely, _money(matches))


def _likely(scores: Scores, intervals: RankIntervals | None) -> Card:
    drawn = {row["partner"]: row for row in intervals.rows()} if intervals is not None else {}
    items = []
    for row in scores.order[:_MOST]:
        partner = scores.partners[row]
        said = f"score {scores.overall[row]:.1f}"
        if partner in drawn:
            span = rank_span(drawn[partner]["rank_q05"], drawn[partner]["rank_q95"])
            said = f"rank {scores.rank[row]}, between {span}"
        items.append(Item(partner, scores.names[row], said))
    return Card(
        "Where is cooperation likely to work?",
        f"Highest propensity among {len(scores.order)} partners scored"
        + ("; 90 % of draws lie between" if drawn else ""),
        tuple(items),
        "" if intervals is None else certainty_sentence(intervals),
    )


def certainty_sentence(intervals: RankIntervals) -> str:
    """How far single ranks can be trusted."""
    width = float(np.mean(intervals.statistics.q95 - intervals.statistics.q05))
    n = len(intervals.partners)
    return (
        f"An average rank interval is {width:.0f} of {n} places wide: "
        "read groups of partners, not single places."
    )


def _matter(matches: Matches) -> Card:
    both = [
        i
        for i in range(len(matches.partners))
        if matches.priority_rank[i] > 0.5 and matches.propensity_rank[i] > 0.5
    ]
    both.sort(key=lambda i: -(matches.priority_rank[i] + matches.propensity_rank[i]))
    items = tuple(
        Item(
            matches.partners[i],
            matches.names[i],
            f"priority {percent(matches.priority_rank[i])}, "
            f"propensity {percent(matches.propensity_rank[i])}",
        )
        for i in both[:_MOST]
    )
    hard = int(((matches.priority_rank > 0.5) & (matches.propensity_rank <= 0.5)).sum())
    return Card(
        "Which partners matter, and are likely to work?",
        f"{len(both)} of {len(matches.partners)} are in the upper half of both (percentile ranks)",
        items,
        f"{hard} more have priority but lower propensity: cooperation there needs more care.",
    )


def _money(matches: Matches) -> Card:
    rows = [row for row in matches.rows() if row["label"] != LABELS[3]]
    flagged = [row for row in rows if row["flagged"]] or rows
    # What most draws do not confirm is no news for a first screen.
    flagged = [r for r in flagged if r["certainty"] is None or r["certainty"] > 0.5]
    items = []
    for row in _mixed(flagged):
        sure = "" if row["certainty"] is None else f", in {percent(row['certainty'])} of draws"
        items.append(
            Item(row["partner"], row["name"], f"{row['label']}{sure}; gets {money(row['funding'])}")
        )
    counts = [f"{matches.label.count(label)} {label}" for label in LABELS[:3]]
    in_line = matches.label.count(LABELS[3])
    confirmed = "" if matches.certainty is None else " that most draws confirm"
    return Card(
        "Is money in line with both?",
        f"For {in_line} of {len(matches.partners)} yes; widest disagreements{confirmed}:",
        tuple(items),
        "; ".join(counts) + ".",
    )


def _mixed(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The widest gaps, every label in turn, so that no label hides another."""
    by_label = [[row for row in rows if row["label"] == label] for label in LABELS[:3]]
    out: list[dict[str, Any]] = []
    for place in range(_MOST):
        out += [group[place] for group in by_label if place < len(group)]
    return out[:_MOST]
