"""Coup: may money go to a government that came by a coup in which the military was decisive?"""

from dataclasses import dataclass
from datetime import date

from comity.authorities.gates.result import GateReason, GateResult
from comity.terms.authority import Outcome
from comity.terms.errors import InputError

NAME = "coup"
TITLE = "Coup restriction of the foreign operations act (section 7008)"
LAW = "annual SFOPS s7008"
FOREIGN = ("fmf", "imet", "peacekeeping", "incle", "nadr", "esf")
THROUGH = {
    "section-331": "10 USC 331(f)",
    "section-333": "10 USC 333(d)(1)",
    "section-349": "10 USC 349",
    "section-350": "10 USC 350",
    "section-352": "10 USC 352(d)",
}
OTHER = ("foreign-military-sales", "section-321", "section-322", "other")


@dataclass(frozen=True, slots=True)
class CoupFacts:
    """What is known of the government and of the money.

    Parameters
    ----------
    assistance
        ``fmf``, ``imet``, ``peacekeeping``, ``incle``, ``nadr``, ``esf``, ``section-331``,
        ``section-333``, ``section-349``, ``section-350``, ``section-352`` or ``other``.
    elected_head_removed, military_decisive
        The two parts of the test.
    determined
        Whether the Secretary of State applied the restriction.
    coup_on, elected_government_certified_on
        Day of the coup; day of the certification that ends the restriction.
    to_government
        Whether the money goes directly to the government.
    democracy_support
        Whether it promotes democratic elections or participation, which is exempt.
    waived
        Whether the Secretary waived it case by case.
    """

    assistance: str = ""
    elected_head_removed: bool | None = None
    military_decisive: bool | None = None
    determined: bool | None = None
    coup_on: date | None = None
    elected_government_certified_on: date | None = None
    to_government: bool | None = True
    democracy_support: bool | None = None
    waived: bool | None = None

    def __post_init__(self) -> None:
        """Refuse words that mean nothing here."""
        known = (*FOREIGN, *THROUGH, *OTHER, "")
        if self.assistance not in known:
            raise InputError(
                f"assistance is one of {', '.join(known[:-1])}, not {self.assistance!r}."
            )


def judge(facts: CoupFacts, on: date) -> GateResult:
    """Say whether the restriction stops the money on the day."""
    return GateResult(NAME, on, (_main(facts, on),))


def _main(facts: CoupFacts, on: date) -> GateReason:
    for free, text in (
        (facts.democracy_support, "support of democratic elections and participation is exempt"),
        (facts.to_government is False, "the money does not go directly to the government"),
        (
            facts.assistance in OTHER,
            "this help is not money of titles III to VI, nor reached through them",
        ),
    ):
        if free:
            return GateReason(Outcome.PASS, text, LAW)
    over = _over(facts, on)
    if over is not None:
        return over
    applies = _applies(facts)
    if applies is None:
        text = "whether the restriction applies to this government is not entered"
        return GateReason(Outcome.UNKNOWN, text, LAW)
    if not applies:
        return GateReason(Outcome.PASS, "the test of a coup is not met", LAW)
    return _restricted(facts)


def _over(facts: CoupFacts, on: date) -> GateReason | None:
    if facts.coup_on is not None and on < facts.coup_on:
        return GateReason(Outcome.PASS, f"the coup came later, on {facts.coup_on}", LAW)
    ended = facts.elected_government_certified_on
    if ended is not None and ended <= on:
        return GateReason(Outcome.PASS, f"an elected government was certified on {ended}", LAW)
    return None


def _applies(facts: CoupFacts) -> bool | None:
    if facts.determined is not None:
        return facts.determined
    parts = (facts.elected_head_removed, facts.military_decisive)
    if False in parts:
        return False
    return None if None in parts else True


def _restricted(facts: CoupFacts) -> GateReason:
    through = THROUGH.get(facts.assistance)
    cited = f"{LAW}; {through}" if through else LAW
    if facts.waived:
        return GateReason(Outcome.PASS, "restricted, but waived for this case", cited)
    if facts.waived is None:
        return GateReason(
            Outcome.UNKNOWN, "restricted; whether it was waived is not entered", cited
        )
    if not facts.assistance:
        return GateReason(Outcome.UNKNOWN, "restricted; the kind of help is not entered", LAW)
    reach = " (that section bars what other law bars)" if through else ""
    return GateReason(Outcome.FAIL, f"restricted, not waived{reach}", cited)
