"""Priority and funding for a command: the user's own, or the labelled defaults."""

from dataclasses import dataclass
from pathlib import Path

from comity.assess.figures import read_figures
from comity.assess.funding import SELF_PAYING_BELOW, funding_of, self_paying
from comity.assess.matching import Matches
from comity.assess.priority import illustrative_priority
from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity.cli.shared_assess import split_list
from comity.terms.errors import InputError
from comity.world.panel import Panel


@dataclass(frozen=True, slots=True)
class Matched:
    """Matches, where priority and funding come from, and the unit of funding."""

    matches: Matches
    about: tuple[str, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class MatchOptions:
    """Where priority and funding come from."""

    priority: Path | None = None
    funding: str | None = None
    funding_years: str | None = None
    balance: float = 0.5
    threshold: float = 0.25
    self_paying: bool = False

    def match(self, scores: Scores, panel: Panel, intervals: RankIntervals | None) -> Matched:
        """Match, and say what priority and funding are."""
        priority, about_priority = self._priority(scores, panel)
        amounts, about_funding, unit = self._funding(scores, panel)
        gone = {} if self.self_paying or self._own_funding else self_paying(amounts, scores.year)
        gone = {p: reason for p, reason in gone.items() if p in scores.partners}
        matches = scores.match(
            priority,
            amounts,
            intervals=intervals,
            balance=self.balance,
            threshold=self.threshold,
            leave_out=gone,
        )
        about: tuple[str, ...] = (about_priority, about_funding)
        if gone:
            floor = f"US$ {SELF_PAYING_BELOW:,.0f} a year"
            about = (
                *about,
                f"{len(gone)} partners of high income get under {floor} and are not compared.",
                "That they pay for themselves is a Comity default; --self-paying compares them.",
            )
        return Matched(matches, about, unit)

    @property
    def _own_funding(self) -> bool:
        """Whether funding comes from the user's own file."""
        return Path(self.funding or "").suffix.lower() in {".csv", ".toml"}

    def _priority(self, scores: Scores, panel: Panel) -> tuple[dict[str, float], str]:
        if self.priority is not None:
            return read_figures(self.priority, "priority"), f"Priority: {self.priority.name}."
        figures, provenance = illustrative_priority(panel, scores.year, scores.group)
        return figures, (
            f"Priority: ILLUSTRATIVE, by the rule {provenance.recipe}; nobody's policy. "
            "Give your own with --priority."
        )

    def _funding(self, scores: Scores, panel: Panel) -> tuple[dict[str, float], str, str]:
        given = self.funding or ""
        if self._own_funding:
            return read_figures(Path(given), "funding"), f"Funding: {Path(given).name}.", ""
        found = funding_of(
            panel, scores.year, series=split_list(given), years=_years(self.funding_years)
        )
        first, last = found.years
        amounts = {p: found.amounts[p] for p in scores.partners if p in found.amounts}
        about = (
            f"Funding: {' + '.join(found.series)}, yearly mean FY{first}-{last}, {found.unit}. "
            f"{found.note}"
        )
        return amounts, about, f"{found.unit} a year"


def _years(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    first, _, last = text.partition("-")
    try:
        return int(first), int(last or first)
    except ValueError:
        raise InputError(f"Years are written 2018-2020 or 2019, not {text!r}.") from None
