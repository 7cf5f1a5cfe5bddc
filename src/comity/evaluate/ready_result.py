"""What a ready study found, claim by claim, with every specification behind it."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from comity.evaluate.multiverse_null import NullTest
from comity.evaluate.panel_checks import Check as Placebo
from comity.evaluate.ready_frame import Need
from comity.literature import PublishedClaim
from comity.methods.spec_curve import CurveSummary
from comity.terms.estimate import Claim
from comity.terms.provenance import Provenance

if TYPE_CHECKING:
    import pandas as pd


class Verdict(StrEnum):
    """How the data stand to a claim."""

    AGREE = "agree"
    DISAGREE = "disagree"
    CANNOT_SAY = "cannot say"
    NOT_RUN = "not run"
    DESCRIBED = "described"


@dataclass(frozen=True, slots=True)
class Specification:
    """One specification with all its settings, for a reader who wants to see behind a point.

    Parameters
    ----------
    check, number
        Which check it belongs to, and its number there.
    settings
        The alternative that it took of every choice.
    controls
        Optional controls that are in.
    formula
        The model in the language of formulas.
    estimate, std_error, p_value, low, high
        The quantity, with a 95 % interval; NaN where it could not be estimated.
    nobs, clusters
        Rows and clusters.
    """

    check: str
    number: int
    settings: dict[str, str]
    controls: tuple[str, ...]
    formula: str
    estimate: float
    std_error: float
    p_value: float
    low: float
    high: float
    nobs: int
    clusters: int

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class AtModerator:
    """The association where the moderator takes one value.

    Parameters
    ----------
    moderator, value, share
        Column, value, and the share of rows at or below it.
    estimate, low, high, p_value
        Association there.
    """

    moderator: str
    value: float
    share: float
    estimate: float
    low: float
    high: float
    p_value: float


@dataclass(frozen=True, slots=True)
class EstimatorRow:
    """One estimator of the same coefficient.

    Parameters
    ----------
    estimator
        Its name.
    estimate, std_error, low, high, p_value
        The coefficient of the treatment.
    persistence
        Coefficient of the outcome's own past; NaN where it is not in.
    nobs
        Rows.
    note
        What to know about it.
    """

    estimator: str
    estimate: float
    std_error: float
    low: float
    high: float
    p_value: float
    persistence: float
    nobs: int
    note: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One claim against the data.

    Parameters
    ----------
    id, question, reading, unit, expect
        As the study's file has them.
    claim
        The literature's claim; none for a question of our own.
    verdict, why
        Comity's rule applied, and the reason in words.
    headline
        First alternative of every choice with every control; none where it was not run.
    scale
        Multiply by it to get a change of the outcome, in standard deviations (log points for
        counts), that goes with one standard deviation of the treatment.
    detectable
        Smallest association that the headline finds four times in five, in the estimate's unit.
    curve
        Shares and quantiles over all specifications.
    null
        Tests of the whole curve under permutations; empty where none was made.
    placebo
        Future treatment in the headline model; none where it does not apply.
    moderated
        The association along the moderator.
    """

    id: str
    question: str
    reading: str
    unit: str
    expect: str
    claim: PublishedClaim | None
    verdict: Verdict
    why: str
    headline: Specification | None = None
    scale: float = float("nan")
    detectable: float = float("nan")
    curve: CurveSummary | None = None
    null: tuple[NullTest, ...] = ()
    placebo: Placebo | None = None
    moderated: tuple[AtModerator, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class ReadyResult:
    """What a ready study found.

    Parameters
    ----------
    study, title, question, design, limits
        As the study's file has them.
    variant, measured
        Which variant was run, and what it measures.
    findings
        One for each claim or question.
    estimators
        Estimators side by side; empty where the study has no such part.
    specifications
        Every specification of every finding.
    needs
        Every indicator with source, licence and vintage.
    rows, units, years
        Size of the table.
    called
        What an estimate may be called.
    provenance
        What it takes to make the result again.
    """

    study: str
    title: str
    question: str
    design: str
    limits: tuple[str, ...]
    variant: str
    measured: str
    findings: tuple[Finding, ...]
    estimators: tuple[EstimatorRow, ...]
    specifications: tuple[Specification, ...]
    needs: tuple[Need, ...]
    rows: int
    units: int
    years: tuple[int, int]
    called: Claim
    provenance: Provenance

    def finding(self, name: str) -> Finding:
        """One finding by its id."""
        for one in self.findings:
            if one.id == name:
                return one
        raise KeyError(name)

    def curve(self, name: str) -> tuple[Specification, ...]:
        """Specifications of one finding in order of the estimate; those without one last."""
        mine = [one for one in self.specifications if one.check == name]
        return tuple(sorted(mine, key=lambda s: (s.estimate != s.estimate, s.estimate)))

    def to_dict(self, *, curve: bool = True) -> dict[str, Any]:
        """Return plain values, ready for JSON; without the specifications on request."""
        plain = asdict(self)
        if not curve:
            del plain["specifications"]
        return plain

    def to_frame(self) -> "pd.DataFrame":
        """One row for each specification, its settings in columns of their own."""
        import pandas as pd

        rows = []
        for one in self.specifications:
            plain = one.to_dict()
            settings = plain.pop("settings")
            plain["controls"] = "; ".join(one.controls)
            rows.append({"check": plain.pop("check"), "number": plain.pop("number")}
                        | settings | plain)  # fmt: skip
        return pd.DataFrame(rows)
