"""Evaluation records in TOML: read with every field checked, written with comments kept."""

import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from comity.terms.errors import FileError
from comity.terms.evaluation import (
    Answer,
    Conclusion,
    Confidence,
    Coverage,
    Criterion,
    DataSource,
    Design,
    DesignKind,
    EvaluationRecord,
    Evaluator,
    Evidence,
    Finding,
    Level,
    PublicSummary,
    QualityReview,
    Question,
    Recommendation,
    Redaction,
)

T = TypeVar("T")
_MAX_BYTES = 5_000_000
_SHOWN = 5


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    def into(self, kind: type[T]) -> T:
        """Make the frozen noun of the same fields."""
        values = {
            name: tuple(value) if isinstance(value, list) else value
            for name in type(self).model_fields
            for value in [getattr(self, name)]
        }
        return kind(**values)


class _Question(_Part):
    id: str
    text: str
    criterion: Criterion


class _Coverage(_Part):
    criterion: Criterion
    covered: bool
    reason: str = ""


class _Design(_Part):
    id: str
    kind: DesignKind
    description: str
    limits: str = ""
    assumptions_tested: str = ""


class _DataSource(_Part):
    id: str
    title: str
    publisher: str
    vintage: str = ""
    limits: str = ""


class _Evidence(_Part):
    id: str
    text: str
    data: list[str] = []
    location: str = ""
    collected_by: str = ""
    reviewed_by: str = ""


class _Finding(_Part):
    id: str
    text: str
    question: str
    level: Level
    answer: Answer
    evidence: list[str] = []
    design: str = ""
    confidence: Confidence = Confidence.LOW


class _Conclusion(_Part):
    id: str
    text: str
    findings: list[str] = []


class _Recommendation(_Part):
    id: str
    text: str
    conclusions: list[str] = []
    owner: str = ""
    due: date | None = None
    response: str = ""


class _Evaluator(_Part):
    name: str
    role: str
    took_part: bool = False


class _QualityReview(_Part):
    reviewer: str = ""
    reviewed: date | None = None
    notes: str = ""


class _Redaction(_Part):
    item: str
    reason: str = ""
    decided_by: str = ""


class _PublicSummary(_Part):
    text: str = ""
    posted: date | None = None
    address: str = ""
    redaction: list[_Redaction] = []


class _Record(_Part):
    id: str = Field(min_length=1)
    title: str = Field(min_length=1)
    partner: str
    initiative: str
    period: str
    commissioned_by: str
    independence: str = ""
    completed: date | None = None
    evaluator: list[_Evaluator] = []
    question: list[_Question] = []
    criterion: list[_Coverage] = []
    design: list[_Design] = []
    data: list[_DataSource] = []
    evidence: list[_Evidence] = []
    finding: list[_Finding] = []
    conclusion: list[_Conclusion] = []
    recommendation: list[_Recommendation] = []
    quality_review: _QualityReview = _QualityReview()
    public_summary: _PublicSummary = _PublicSummary()


def read_record(path: Path) -> EvaluationRecord:
    """Read an evaluation record.

    Raises
    ------
    FileError
        If the file is no TOML, a field is unknown, missing or of the wrong kind; names the field.
    """
    return parse_record(_text(path), path)


def parse_record(text: str, path: Path | str = "the record") -> EvaluationRecord:
    """Read an evaluation record from TOML text; ``path`` is named in messages."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise FileError(path, f"this is not valid TOML ({problem}).") from None
    try:
        return _assembled(_Record.model_validate(values))
    except ValidationError as problem:
        raise FileError(path, _told(problem, values)) from None


def example_record() -> str:
    """Return the worked example, an invented evaluation, as TOML text."""
    place = files("comity.evaluate").joinpath("examples", "maritime_patrol.toml")
    return place.read_text("utf-8")


def blank_record() -> str:
    """Return a new record to fill in, as TOML text with comments."""
    place = files("comity.evaluate").joinpath("examples", "blank.toml")
    return place.read_text("utf-8")


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileError(path, "there is no such file.") from None
    except OSError as problem:
        raise FileError(path, f"cannot be opened ({problem.strerror}).") from None
    if len(raw) > _MAX_BYTES:
        raise FileError(path, f"holds more than {_MAX_BYTES:,} bytes; a record is smaller.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileError(path, "this is not UTF-8 text.", mend="Save it as UTF-8.") from None


def _assembled(part: _Record) -> EvaluationRecord:
    summary = part.public_summary
    return EvaluationRecord(
        id=part.id,
        title=part.title,
        partner=part.partner,
        initiative=part.initiative,
        period=part.period,
        commissioned_by=part.commissioned_by,
        independence=part.independence,
        completed=part.completed,
        evaluators=tuple(one.into(Evaluator) for one in part.evaluator),
        questions=tuple(one.into(Question) for one in part.question),
        criteria=tuple(one.into(Coverage) for one in part.criterion),
        designs=tuple(one.into(Design) for one in part.design),
        data=tuple(one.into(DataSource) for one in part.data),
        evidence=tuple(one.into(Evidence) for one in part.evidence),
        findings=tuple(one.into(Finding) for one in part.finding),
        conclusions=tuple(one.into(Conclusion) for one in part.conclusion),
        recommendations=tuple(one.into(Recommendation) for one in part.recommendation),
        quality_review=part.quality_review.into(QualityReview),
        public_summary=PublicSummary(
            summary.text,
            summary.posted,
            summary.address,
            tuple(one.into(Redaction) for one in summary.redaction),
        ),
    )


def _told(problem: ValidationError, values: dict[str, Any]) -> str:
    """Name the fields that are wrong, at most five."""
    found = problem.errors(include_url=False)
    shown = [f"{_place(error['loc'], values)}: {_plain(error)}" for error in found[:_SHOWN]]
    more = f" And {len(found) - _SHOWN} more." if len(found) > _SHOWN else ""
    return "; ".join(shown) + "." + more


def _plain(error: Any) -> str:
    if error["type"] == "extra_forbidden":
        return "there is no such field"
    if error["type"] == "missing":
        return "it is missing"
    return f"{error['msg'][0].lower()}{error['msg'][1:]} (found {str(error['input'])[:40]!r})"


def _place(location: tuple[int | str, ...], values: dict[str, Any]) -> str:
    """Write ``("finding", 2, "level")`` as ``finding F3, level``."""
    words: list[str] = []
    here: Any = values
    for step in location:
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) and step < len(here) else None
            name = here.get("id") if isinstance(here, dict) else None
            words[-1] += f" {name or step + 1}"
        else:
            here = here.get(step) if isinstance(here, dict) else None
            words.append(step)
    return ", ".join(words)
