"""A package of several needs: the smallest and the quickest sets of authorities, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.authorities.answer_listing import verdict_in_words
from comity.authorities.combination import Combination
from comity.authorities.combine import QUICKEST, SMALLEST, Combinations, combine
from comity.authorities.finder import FinderAnswer
from comity.authorities.judgement import Judgement
from comity.authorities.query import Query
from comity.reports.figure import listed


@dataclass(frozen=True, slots=True)
class Carried:
    """One need with the authority that carries it in a set."""

    need: Query
    judgement: Judgement
    verdict: str


@dataclass(frozen=True, slots=True)
class SetOfAuthorities:
    """One set: who carries what, and what it costs in approvals, accounts, time and reports."""

    combination: Combination
    carried: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """The best sets of one kind, the best first."""

    title: str
    meaning: str
    sets: tuple[SetOfAuthorities, ...]


@dataclass(frozen=True, slots=True)
class PackageAnswer:
    """The answer to a package.

    Parameters
    ----------
    found
        Smallest sets, as the library answers.
    kinds
        Smallest and quickest.
    """

    found: Combinations
    kinds: tuple[Kind, ...]

    @property
    def answers(self) -> tuple[FinderAnswer, ...]:
        """The finder's answer to each need."""
        return self.found.answers

    @property
    def conclusion(self) -> str:
        """What it comes to, in a sentence."""
        bare = len(self.found.uncovered)
        if not self.found.options:
            return "No authority carries any part of this, as far as the catalogue was read."
        best = self.found.options[0]
        names = listed([record.citation for record in best.authorities])
        whole = "the whole package" if not bare else f"all but {bare} of {len(self.answers)} parts"
        verb = "carries" if len(best.authorities) == 1 else "together carry"
        return f"{names} {verb} {whole}; the longest wait is {best.wait} days."


def package_answer(needs: Sequence[Query]) -> PackageAnswer:
    """Search the sets for a package."""
    smallest = combine(needs, weights=SMALLEST)
    quickest = combine(needs, weights=QUICKEST)
    return PackageAnswer(
        smallest,
        (
            Kind("Smallest", "fewest authorities, approvals and accounts", _sets(smallest)),
            Kind("Quickest", "the shortest wait before the fewest authorities", _sets(quickest)),
        ),
    )


def _sets(found: Combinations) -> tuple[SetOfAuthorities, ...]:
    return tuple(SetOfAuthorities(option, _carried(option)) for option in found.options)


def _carried(option: Combination) -> tuple[Carried, ...]:
    return tuple(
        Carried(need, judgement, verdict_in_words(judgement))
        for need, judgement in zip(option.needs, option.carriers, strict=True)
    )
