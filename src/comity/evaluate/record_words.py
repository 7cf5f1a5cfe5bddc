"""The word *effect* belongs to designs that earn it; elsewhere it is *association*."""

import re
from collections.abc import Iterator

from comity.terms.evaluation import EvaluationRecord
from comity.terms.shortcoming import Shortcoming

_IDIOMS = re.compile(r"\b(?:in|into|to) effect\b|\b(?:takes?|took|taking) effect\b", re.IGNORECASE)
_CAUSAL = re.compile(
    r"\b(?:effects?|caus(?:e|es|ed|al|ally|ing)|(?:led|leads?) to|resulted in|impacts? (?:of|on))\b",
    re.IGNORECASE,
)


def causal_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that claim an effect, each once.

    Examples
    --------
    >>> causal_words("The rule took effect; training led to fewer losses.")
    ('led to',)
    """
    found = _CAUSAL.findall(_IDIOMS.sub(" ", text))
    return tuple(dict.fromkeys(word.lower() for word in found))


def unearned_words(record: EvaluationRecord) -> Iterator[Shortcoming]:
    """Yield each place where a text claims an effect that its design has not earned."""
    earned = {design.id for design in record.designs if design.earns_effect}
    strong = {finding.id for finding in record.findings if finding.design in earned}
    for finding in record.findings:
        if finding.id not in strong:
            yield from _about(f"finding {finding.id}", finding.text)
    sure = set()
    for conclusion in record.conclusions:
        if conclusion.findings and set(conclusion.findings) <= strong:
            sure.add(conclusion.id)
        else:
            yield from _about(f"conclusion {conclusion.id}", conclusion.text)
    for recommendation in record.recommendations:
        if not set(recommendation.conclusions) <= sure or not recommendation.conclusions:
            yield from _about(f"recommendation {recommendation.id}", recommendation.text)
    if not strong:
        yield from _about("public summary", record.public_summary.text)


def _about(where: str, text: str) -> Iterator[Shortcoming]:
    words = causal_words(text)
    if words:
        yield Shortcoming(
            "E11",
            where,
            f"It says {', '.join(map(repr, words))}, which its design has not earned; speak of "
            "association, or cite a design whose assumptions were tested.",
        )
