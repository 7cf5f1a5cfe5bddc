"""The finder's answer as a list with facets: verdict, part it can play, body of law, certainty."""

from dataclasses import dataclass
from typing import Any

from comity.authorities.facet_counts import (
    Chosen,
    Definition,
    Definitions,
    Facet,
    check,
    facets,
    kept,
)
from comity.authorities.finder import FinderAnswer
from comity.authorities.judgement import Judgement
from comity.terms.authority import Certainty, Verdict

LEANS_NO = "to check, leaning to no"
VERDICTS = ("usable", "usable with conditions", "to check", LEANS_NO, "not usable")
ROLES = {
    "acts": "can carry the activity",
    "companion": "only beside another",
    "money": "money for another",
    "supports": "supports others",
    "restricts": "restricts others",
}
NOTHING: Chosen = {}


def verdict_in_words(judgement: Judgement) -> str:
    """Return the verdict as a reader sees it; what leans to no is told apart."""
    if judgement.verdict is Verdict.CHECK:
        return LEANS_NO if judgement.leaning == "no" else "to check"
    return judgement.verdict.value


DEFINITIONS: Definitions[Judgement] = {
    "verdict": Definition("Verdict", lambda j: (verdict_in_words(j),), VERDICTS),
    "role": Definition("Part it can play", lambda j: (ROLES[j.role],), tuple(ROLES.values())),
    "title": Definition("Body of law", lambda j: (j.authority.title,)),
    "category": Definition("Category", lambda j: (j.authority.category,)),
    "certainty": Definition(
        "Certainty", lambda j: (j.authority.certainty.value,), [c.value for c in Certainty]
    ),
}


@dataclass(frozen=True, slots=True)
class AnswerListing:
    """The judgements that fit, best first, with the facets.

    Parameters
    ----------
    answer
        The whole answer.
    judgements
        Those that fit.
    facets
        Each counts what the other facets leave.
    """

    answer: FinderAnswer
    judgements: tuple[Judgement, ...]
    facets: tuple[Facet, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON: the question, the list, the facets, what to confirm."""
        answer = self.answer
        return {
            "query": answer.query.to_dict(),
            "total": len(answer.judgements),
            "number": len(self.judgements),
            "nothing_usable": not answer.usable and not answer.conditional,
            "judgements": [
                j.to_dict() | {"verdict_in_words": verdict_in_words(j)} for j in self.judgements
            ],
            "near_misses": [
                j.to_dict() | {"missed": j.misses[0].rule, "why": j.misses[0].why}
                for j in answer.near_misses()
            ],
            "confirm_first": list(answer.to_confirm),
            "facets": [facet.to_dict() for facet in self.facets],
            "disclaimer": answer.disclaimer,
            "provenance": answer.provenance.to_dict(),
        }


def answer_listing(answer: FinderAnswer, chosen: Chosen = NOTHING) -> AnswerListing:
    """List the judgements of an answer that fit, with every facet counted.

    Parameters
    ----------
    answer
        As ``finder.find`` returns it.
    chosen
        Facet (a name of ``DEFINITIONS``) to the values of which one must hold.

    Raises
    ------
    UnknownName
        If there is no such facet or value; suggests the nearest.
    """
    everything = answer.judgements
    check(chosen, everything, DEFINITIONS)
    return AnswerListing(
        answer,
        tuple(kept(everything, chosen, DEFINITIONS)),
        facets(everything, chosen, DEFINITIONS),
    )
