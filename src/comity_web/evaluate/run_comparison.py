"""Two runs of one study side by side: what was asked differently, and what came out differently."""

from dataclasses import dataclass

from comity.evaluate.ready_result import Finding
from comity.terms.errors import InputError
from comity_web.evaluate.finding_shown import FindingShown, finding_shown
from comity_web.evaluate.run_files import Kept
from comity_web.jobs.models import Job


@dataclass(frozen=True, slots=True)
class Pair:
    """One finding in both runs.

    Parameters
    ----------
    first, second
        The finding in each; none where a run does not have it.
    """

    first: FindingShown | None
    second: FindingShown | None

    @property
    def either(self) -> FindingShown:
        """One of the two, for what they have in common."""
        found = self.second or self.first
        assert found is not None
        return found

    @property
    def verdict_changed(self) -> bool:
        """Whether the verdict is another one."""
        return _verdict(self.first) != _verdict(self.second)

    @property
    def change(self) -> float:
        """Second headline minus the first, in standard deviations; NaN where one is missing."""
        a = self.first.deviations if self.first else None
        b = self.second.deviations if self.second else None
        return b[0] - a[0] if a and b else float("nan")


def _verdict(one: FindingShown | None) -> str:
    return one.finding.verdict.value if one else ""


@dataclass(frozen=True, slots=True)
class RunComparison:
    """What differs between two runs.

    Parameters
    ----------
    asked
        What was asked differently: label, first, second.
    pairs
        Every finding.
    """

    asked: tuple[tuple[str, str, str], ...]
    pairs: tuple[Pair, ...]

    @property
    def changed(self) -> int:
        """How many verdicts changed."""
        return sum(pair.verdict_changed for pair in self.pairs)


def compare_runs(first: tuple[Job, Kept], second: tuple[Job, Kept]) -> RunComparison:
    """Compare two runs.

    Raises
    ------
    InputError
        If they are of different studies.
    """
    if _study(*first) != _study(*second):
        raise InputError(
            "These are runs of different studies; choose two of the same study that differ in "
            "the way to measure, the seed, the data or the version."
        )
    a, b = _asked(*first), _asked(*second)
    asked = tuple((label, a[label], b[label]) for label in a if a[label] != b[label])
    one = {f.id: f for f in first[1].result.findings}
    two = {f.id: f for f in second[1].result.findings}
    names = dict.fromkeys((*one, *two))
    return RunComparison(asked, tuple(Pair(_shown(one.get(n)), _shown(two.get(n))) for n in names))


def _study(job: Job, kept: Kept) -> tuple[str, str]:
    """Own studies are the same where they have the same name."""
    return kept.result.study, kept.result.title if job.arguments.get("recipe") else ""


def _asked(job: Job, kept: Kept) -> dict[str, str]:
    made = kept.result.provenance
    return {
        "Measured by": kept.result.measured,
        "Study's file": str(job.arguments.get("recipe", "")),
        "Seed": str(made.seed),
        "Permutations": str(job.arguments["permutations"]),
        "Data edition": made.data,
        "Version of Comity": made.version,
        "Rows of the table": f"{kept.result.rows:,}",
    }


def _shown(one: Finding | None) -> FindingShown | None:
    return finding_shown(one) if one is not None else None
