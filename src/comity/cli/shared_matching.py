"""Priority and funding for a command: the user's own, or the labelled defaults."""

from dataclasses import dataclass
from pathlib import Path

from comity.assess.figures import read_figures
from comity.assess.funding import funding_of
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

    def match(self, scores: Scores, panel: Panel, intervals: RankIntervals | None) -> Matched:
        """Match, and say what priority and funding are."""
        priority, about_priority = self._priority(scores, panel)
        amounts, about_funding, unit = self._funding(scores, panel)
        matches = scores.match(
            priority,
            amounts,
            intervals=intervals,
            balance=self.balance,
            threshold=self.threshold,
        )
        return Matched(matches, (about_priority, about_funding), unit)

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
        if given and Path(given).suffix.lower() in {".csv", ".toml"}:
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
