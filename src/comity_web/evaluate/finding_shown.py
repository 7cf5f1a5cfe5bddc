"""One finding as a page shows it: in standard deviations beside its own unit, with its marks."""

from dataclasses import dataclass

from comity.evaluate.multiverse_null import NullTest
from comity.evaluate.ready_result import Finding, ReadyResult, Verdict
from comity_web.evaluate.study_cards import Claimed, claimed

#: Tag of each verdict; the word itself always stands beside the colour.
TAGS = {
    Verdict.AGREE: "agreed",
    Verdict.DISAGREE: "check",
    Verdict.CANNOT_SAY: "",
    Verdict.NOT_RUN: "draft",
    Verdict.DESCRIBED: "",
}
EXPECTED = {
    "less": "less of the outcome",
    "more": "more of the outcome",
    "none": "no association",
    "small": "less of the outcome, but not by much",
    "described": "nothing in particular: it is described",
}


@dataclass(frozen=True, slots=True)
class FindingShown:
    """A finding with what its page adds.

    Parameters
    ----------
    finding
        As the run has it.
    claimed
        The literature's claim with its source; none for a question of our own.
    """

    finding: Finding
    claimed: Claimed | None

    @property
    def tag(self) -> str:
        """Class of the verdict's tag."""
        return TAGS[self.finding.verdict]

    @property
    def expected(self) -> str:
        """What the claim expects, in words."""
        return EXPECTED[self.finding.expect]

    @property
    def deviations(self) -> tuple[float, float, float] | None:
        """Estimate, low and high in standard deviations; none where it was not run."""
        head = self.finding.headline
        if head is None:
            return None
        low, high = sorted((head.low * self.finding.scale, head.high * self.finding.scale))
        return head.estimate * self.finding.scale, low, high

    @property
    def detectable(self) -> float:
        """Smallest association that the headline finds four times in five, in deviations."""
        return abs(self.finding.detectable * self.finding.scale)

    @property
    def curve_test(self) -> NullTest | None:
        """The test of the whole curve that the verdict's rule looks at."""
        return self.finding.null[1] if self.finding.null else None

    @property
    def selected(self) -> bool:
        """Whether the placebo warns: the outcome moves before what is studied."""
        placebo = self.finding.placebo
        return placebo is not None and placebo.p_value < 0.05


def findings_shown(result: ReadyResult) -> tuple[FindingShown, ...]:
    """Return every finding of a run."""
    return tuple(finding_shown(one) for one in result.findings)


def finding_shown(one: Finding) -> FindingShown:
    """Return one finding."""
    return FindingShown(one, claimed(one.claim) if one.claim is not None else None)


def tally(result: ReadyResult) -> list[tuple[Verdict, int]]:
    """Count verdicts on claims of the literature; on all findings where there is no claim."""
    claims = [one for one in result.findings if one.claim is not None] or list(result.findings)
    counted = [(verdict, sum(one.verdict is verdict for one in claims)) for verdict in Verdict]
    return [(verdict, count) for verdict, count in counted if count]
