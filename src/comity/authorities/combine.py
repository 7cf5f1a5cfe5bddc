"""The smallest or quickest set of authorities that carries a whole package.

A weighted set cover, solved exactly: every need gets one authority; the price of a set is made of
its authorities, the distinct approvers and accounts, the longest wait, the reports, the sunset risk
and what is still to be checked. The weights are Comity defaults and an argument.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from comity.authorities.catalogue import DISCLAIMER, Catalogue, chosen
from comity.authorities.combination import QUICKEST, SMALLEST, Combination, CombinationWeights
from comity.authorities.finder import FinderAnswer, find
from comity.authorities.judgement import Judgement
from comity.authorities.query import Query
from comity.authorities.set_cover import SetCover
from comity.terms.errors import InputError
from comity.terms.provenance import Provenance

__all__ = ["QUICKEST", "SMALLEST", "Combination", "CombinationWeights", "Combinations", "combine"]

MOST_NEEDS = 24


@dataclass(frozen=True, slots=True)
class Combinations:
    """The best sets, cheapest first, and the needs that no authority carries.

    Parameters
    ----------
    answers
        The finder's answer to each need.
    options
        The sets.
    uncovered
        Needs that nothing in the catalogue carries; their nearest misses are in ``answers``.
    """

    answers: tuple[FinderAnswer, ...]
    options: tuple[Combination, ...]
    uncovered: tuple[Query, ...]
    weights: CombinationWeights
    provenance: Provenance
    disclaimer: str = DISCLAIMER

    @property
    def single(self) -> bool:
        """Whether one authority carries the whole package."""
        return not self.uncovered and bool(self.options) and len(self.options[0].authorities) == 1

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "disclaimer": self.disclaimer,
            "needs": [answer.query.to_dict() for answer in self.answers],
            "options": [option.to_dict() for option in self.options],
            "uncovered": [
                {
                    "need": query.to_dict(),
                    "near_misses": [j.to_dict() for j in answer.near_misses()],
                }
                for answer in self.answers
                for query in self.uncovered
                if answer.query is query
            ],
            "weights": asdict(self.weights),
            "provenance": self.provenance.to_dict(),
        }


def combine(
    needs: Sequence[Query],
    book: Catalogue | None = None,
    *,
    weights: CombinationWeights = SMALLEST,
    allow_checks: bool = True,
    most: int = 3,
) -> Combinations:
    """Search the best sets of authorities for a package.

    Parameters
    ----------
    needs
        What the package consists of, one question for each part.
    book
        The catalogue; Comity's own when left out.
    weights
        What a set costs: ``SMALLEST``, ``QUICKEST`` or your own.
    allow_checks
        Whether an authority that must still be checked may carry a need; one that leans to no
        never may.
    most
        Number of different sets.

    Raises
    ------
    InputError
        If there are no needs, or more than two dozen.
    """
    if not 1 <= len(needs) <= MOST_NEEDS:
        raise InputError(f"A package has 1 to {MOST_NEEDS} needs, not {len(needs)}.")
    book = chosen(book)
    answers = tuple(find(need, book) for need in needs)
    carriers = [_carriers(answer, allow_checks=allow_checks) for answer in answers]
    covered = [i for i, found in enumerate(carriers) if found]
    cover = SetCover([needs[i] for i in covered], [carriers[i] for i in covered], weights)
    options = cover.solve(most) if covered else ()
    uncovered = tuple(needs[i] for i in range(len(needs)) if i not in covered)
    provenance = Provenance(
        recipe="authorities set cover",
        data=answers[0].provenance.data,
        dropped=tuple(f"no authority carries {q.activity} for {q.recipient}" for q in uncovered),
        assumed=("weights are Comity defaults",),
    )
    return Combinations(answers, options, uncovered, weights, provenance)


def _carriers(answer: FinderAnswer, *, allow_checks: bool) -> tuple[Judgement, ...]:
    found = (*answer.usable, *answer.conditional)
    return (*found, *answer.to_check) if allow_checks else found
