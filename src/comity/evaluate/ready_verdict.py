"""Comity's rule for agree, disagree and cannot say; a default of ours that every page states."""

from dataclasses import dataclass

from comity.evaluate.ready_result import Verdict
from comity.methods.spec_curve import CurveSummary

SMALLEST = 0.1
SHARE = 2 / 3
LEVEL = 0.05
MANY = 0.1

RULE = (
    "Comity's rule (a Comity default): the data agree with a claim of a direction where the"
    " headline's 95 % interval leaves zero out on the claimed side, at least two thirds of the"
    " specifications share the sign, and the whole curve would be unusual under permutations"
    " (p < 0.05, where that test applies). They disagree where the same holds on the other side."
    " They agree with a claim of no association where the whole interval lies within a tenth of a"
    " standard deviation and no more than one in ten specifications is significant with one sign."
    " A tenth of a standard deviation of the outcome (a tenth of a log point for counts) for one of"
    " the treatment is the smallest association that the rule counts. Everything else: cannot say."
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rule looks at.

    Parameters
    ----------
    estimate, low, high
        Headline in standard deviations.
    detectable
        Smallest that the headline finds, in standard deviations.
    curve
        Shares over all specifications.
    null_p
        p-value of the share that is significant with one sign; NaN where not tested.
    measure
        What the numbers are in: ``standard deviation``, or ``log point`` for counts.
    """

    estimate: float
    low: float
    high: float
    detectable: float
    curve: CurveSummary
    null_p: float
    measure: str = "standard deviation"


def judge(expect: str, found: Evidence) -> tuple[Verdict, str]:
    """Apply the rule.

    Parameters
    ----------
    expect
        ``less``, ``more``, ``none``, ``small`` or ``described``.

    Returns
    -------
    tuple
        The verdict and the reason in one or two sentences.
    """
    if found.estimate != found.estimate:
        return Verdict.CANNOT_SAY, "The headline model could not be estimated."
    if expect == "described":
        return Verdict.DESCRIBED, _said(found)
    if expect == "none":
        return _none(found)
    if expect == "small":
        return _small(found)
    return _direction(-1 if expect == "less" else 1, found)


def _direction(sign: int, found: Evidence) -> tuple[Verdict, str]:
    claimed, other = ("below", "above") if sign < 0 else ("above", "below")
    low, high = (found.low, found.high) if sign > 0 else (-found.high, -found.low)
    share = found.curve.positive if sign > 0 else found.curve.negative
    unusual = not found.null_p >= LEVEL
    if low > 0 and share >= SHARE and unusual:
        return Verdict.AGREE, f"The headline lies {claimed} zero. {_said(found)}"
    if high < 0 and 1 - share >= SHARE and unusual:
        return Verdict.DISAGREE, f"The headline lies {other} zero. {_said(found)}"
    if low <= 0 and high < SMALLEST:
        said = (
            "The interval holds zero, and nothing as large as"
            f" a tenth of a {found.measure} {claimed} it: if there is something there, it is small. {_said(found)}"
        )
        return Verdict.CANNOT_SAY, said
    if low > 0:
        reason = (
            "so few specifications share its sign"
            if share < SHARE
            else f"the whole curve is not unusual under permutations (p = {found.null_p:.2f})"
        )
        return Verdict.CANNOT_SAY, f"The headline lies {claimed} zero, but {reason}. {_said(found)}"
    return Verdict.CANNOT_SAY, f"The interval holds zero. {_power(found)} {_said(found)}"


def _none(found: Evidence) -> tuple[Verdict, str]:
    most = max(found.curve.significant_positive, found.curve.significant_negative)
    if max(abs(found.low), abs(found.high)) < SMALLEST and most <= MANY:
        return (
            Verdict.AGREE,
            f"Anything beyond a tenth of a {found.measure} is ruled out. {_said(found)}",
        )
    clear = found.low > 0 or found.high < 0
    if clear and most >= 0.5 and not found.null_p >= LEVEL:
        return Verdict.DISAGREE, f"There is an association. {_said(found)}"
    if clear:
        return (
            Verdict.CANNOT_SAY,
            f"The headline leaves zero out, but not most specifications do. {_said(found)}",
        )
    said = (
        "Zero is inside the interval, and so are associations that would matter: not finding one"
        f" is not finding that there is none. {_power(found)} {_said(found)}"
    )
    return Verdict.CANNOT_SAY, said


def _small(found: Evidence) -> tuple[Verdict, str]:
    if max(abs(found.low), abs(found.high)) < 2 * SMALLEST:
        return (
            Verdict.AGREE,
            f"The whole interval lies within a fifth of a {found.measure}. {_said(found)}",
        )
    if found.low > 2 * SMALLEST or found.high < -2 * SMALLEST:
        return (
            Verdict.DISAGREE,
            f"The interval lies beyond a fifth of a {found.measure}. {_said(found)}",
        )
    return Verdict.CANNOT_SAY, f"The interval is too wide to tell small from large. {_said(found)}"


def _power(found: Evidence) -> str:
    if found.detectable > SMALLEST:
        return (
            f"This design finds {found.detectable:.2f} {found.measure}s four times in five; a"
            " smaller association it would often miss."
        )
    return "The design could have found an association as small as the rule counts."


def _said(found: Evidence) -> str:
    curve = found.curve
    return (
        f"Of {curve.specifications - curve.failed:,} specifications {curve.negative:.0%} are"
        f" negative ({curve.significant_negative:.0%} significant) and {curve.positive:.0%}"
        f" positive ({curve.significant_positive:.0%} significant)."
    )
