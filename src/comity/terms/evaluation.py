"""An evaluation as a record: questions, evidence, findings, conclusions, recommendations.

Everything has a short name (``F1``, ``C2``), and what rests on something cites it by that name.
"""

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class Criterion(StrEnum):
    """The six criteria of the OECD's Development Assistance Committee, as adopted in 2019."""

    RELEVANCE = "relevance"
    COHERENCE = "coherence"
    EFFECTIVENESS = "effectiveness"
    EFFICIENCY = "efficiency"
    IMPACT = "impact"
    SUSTAINABILITY = "sustainability"

    @property
    def asks(self) -> str:
        """What the criterion asks, in Comity's words."""
        return {
            Criterion.RELEVANCE: "Was it the right thing to do, and is it still?",
            Criterion.COHERENCE: "Does it fit with what else is done, by us and by others?",
            Criterion.EFFECTIVENESS: "Were the objectives reached?",
            Criterion.EFFICIENCY: "Were money and time used well?",
            Criterion.IMPACT: "What wider difference was there, meant or not?",
            Criterion.SUSTAINABILITY: "Will what was gained last?",
        }[self]


class Level(StrEnum):
    """The five-level hierarchy of evaluation, lowest first."""

    NEED = "need"
    DESIGN = "design"
    PROCESS = "process"
    OUTCOME = "outcome"
    COST_EFFECTIVENESS = "cost-effectiveness"

    @property
    def asks(self) -> str:
        """What the level asks, in Comity's words."""
        return {
            Level.NEED: "Is there a need that this should meet?",
            Level.DESIGN: "Would the design meet it?",
            Level.PROCESS: "Is it carried out as designed?",
            Level.OUTCOME: "Did the change come about?",
            Level.COST_EFFECTIVENESS: "Is it worth its cost beside the alternatives?",
        }[self]

    @property
    def below(self) -> tuple["Level", ...]:
        """Levels that this one rests on."""
        every = tuple(Level)
        return every[: every.index(self)]


class Answer(StrEnum):
    """What a finding answers."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class Confidence(StrEnum):
    """How sure the evaluators are of a finding."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class DesignKind(StrEnum):
    """How an evaluation tells what belongs to the programme from what would have come anyway."""

    RANDOMISED = "randomised trial"
    DISCONTINUITY = "regression discontinuity"
    DIFFERENCES = "difference in differences"
    INSTRUMENT = "instrumental variable"
    SYNTHETIC = "synthetic control"
    PANEL = "panel association"
    MATCHED = "matched comparison"
    BEFORE_AFTER = "before and after"
    CASES = "case comparison"
    CASE_STUDY = "case study"
    REVIEW = "performance review"

    @property
    def may_earn_effect(self) -> bool:
        """Whether the kind can earn the word *effect*, once its assumptions are tested."""
        return self in {
            DesignKind.RANDOMISED,
            DesignKind.DISCONTINUITY,
            DesignKind.DIFFERENCES,
            DesignKind.INSTRUMENT,
            DesignKind.SYNTHETIC,
        }


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that the evaluation set out to answer, and the criterion it belongs to."""

    id: str
    text: str
    criterion: Criterion


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether a criterion is covered, and why or why not."""

    criterion: Criterion
    covered: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Design:
    """How the answer was sought, its limits, and what was done to test its assumptions."""

    id: str
    kind: DesignKind
    description: str
    limits: str = ""
    assumptions_tested: str = ""

    @property
    def earns_effect(self) -> bool:
        """Whether findings of this design may speak of an effect."""
        return self.kind.may_earn_effect and bool(self.assumptions_tested.strip())


@dataclass(frozen=True, slots=True)
class DataSource:
    """A body of data with the vintage that was used."""

    id: str
    title: str
    publisher: str
    vintage: str = ""
    limits: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that was seen, counted or said, and where it is kept."""

    id: str
    text: str
    data: tuple[str, ...] = ()
    location: str = ""
    collected_by: str = ""
    reviewed_by: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the evidence shows about a question, at one level of the hierarchy."""

    id: str
    text: str
    question: str
    level: Level
    answer: Answer
    evidence: tuple[str, ...] = ()
    design: str = ""
    confidence: Confidence = Confidence.LOW


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What findings come to when taken together."""

    id: str
    text: str
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What somebody should do by a day because of a conclusion."""

    id: str
    text: str
    conclusions: tuple[str, ...] = ()
    owner: str = ""
    due: date | None = None
    response: str = ""


@dataclass(frozen=True, slots=True)
class Evaluator:
    """Somebody who carried out the evaluation."""

    name: str
    role: str
    took_part: bool = False


@dataclass(frozen=True, slots=True)
class QualityReview:
    """Who read the evaluation critically, when, and what they said."""

    reviewer: str = ""
    reviewed: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Redaction:
    """An item that the public version withholds, why, and who decided it."""

    item: str
    reason: str = ""
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class PublicSummary:
    """What is posted for everybody to read."""

    text: str = ""
    posted: date | None = None
    address: str = ""
    redactions: tuple[Redaction, ...] = ()


@dataclass(frozen=True, slots=True)
class EvaluationRecord:
    """One evaluation, from its questions to its public summary."""

    id: str
    title: str
    partner: str
    initiative: str
    period: str
    commissioned_by: str
    independence: str = ""
    completed: date | None = None
    evaluators: tuple[Evaluator, ...] = ()
    questions: tuple[Question, ...] = ()
    criteria: tuple[Coverage, ...] = ()
    designs: tuple[Design, ...] = ()
    data: tuple[DataSource, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    quality_review: QualityReview = QualityReview()
    public_summary: PublicSummary = PublicSummary()

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON; dates stay dates."""
        return asdict(self)
