"""Case-phases: a case cut where something broke, each part coded on conditions and outcome.

Two to four phases to a case, a reason for every break and one scale are the design of the study
of 29 cases and 100 phases in :cite:p:`paul2013what`. Phases of one case are not independent.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from comity.terms.errors import FileError, UnknownName
from comity.terms.shortcoming import Shortcoming
from comity.world.reading import read_numbered

FEWEST, MOST = 2, 4
SCALE = (0.0, 0.33, 0.67, 1.0)
_NEEDED = ("case", "phase", "start", "end", "break_reason")


@dataclass(frozen=True, slots=True)
class CasePhase:
    """One phase of one case.

    Parameters
    ----------
    case, phase
        Name of the case and number of the phase, from one.
    start, end
        First and last year.
    break_reason
        Why this phase is not part of the one before; empty for the first.
    codes
        Membership in each condition and in the outcome; None where it is unknown.
    line
        Line in the file, for messages.
    """

    case: str
    phase: int
    start: int
    end: int
    break_reason: str
    codes: dict[str, float | None]
    line: int = 0

    @property
    def where(self) -> str:
        """How messages name it."""
        return f"{self.case}, phase {self.phase}"


def read_case_phases(path: Path, outcome: str) -> tuple[CasePhase, ...]:
    """Read a case-phase table.

    Parameters
    ----------
    path
        CSV file with the columns ``case, phase, start, end, break_reason``, the conditions and
        the outcome; an empty cell among the codes is unknown.
    outcome
        Column of the outcome.

    Raises
    ------
    FileError
        If a number or a year cannot be read; names the line.
    """
    rows = read_numbered(path, required=_NEEDED)
    if not rows:
        raise FileError(path, "there are no phases below the heading.")
    codes = [c for c in rows[0][1] if c and c not in _NEEDED and c not in {"coder", "note"}]
    if outcome not in codes:
        raise UnknownName("outcome column", outcome, codes)
    return tuple(
        CasePhase(
            case=row["case"].strip(),
            phase=_whole(path, line, "phase", row["phase"]),
            start=_whole(path, line, "start", row["start"]),
            end=_whole(path, line, "end", row["end"]),
            break_reason=row["break_reason"].strip(),
            codes={c: _code(path, line, c, row[c]) for c in codes},
            line=line,
        )
        for line, row in rows
    )


def check_case_phases(phases: Sequence[CasePhase]) -> tuple[Shortcoming, ...]:
    """Say what is wanting in a case-phase table.

    Returns
    -------
    tuple of Shortcoming
        ``P01`` number of phases, ``P02`` numbering, ``P03`` years, ``P04`` reason for a break,
        ``P05`` unknown codes, ``P06`` codes off the four-step scale (advice only).
    """
    by_case: dict[str, list[CasePhase]] = defaultdict(list)
    for phase in phases:
        by_case[phase.case].append(phase)
    found: list[Shortcoming] = []
    for case, parts in by_case.items():
        found += _about_case(case, sorted(parts, key=lambda part: part.phase))
    for phase in phases:
        found += _about_codes(phase)
    return tuple(found)


def _about_case(case: str, parts: list[CasePhase]) -> Iterator[Shortcoming]:
    if not FEWEST <= len(parts) <= MOST:
        yield Shortcoming(
            "P01", case, f"It has {len(parts)} phases; cut a case into {FEWEST} to {MOST}."
        )
    if [part.phase for part in parts] != list(range(1, len(parts) + 1)):
        numbers = ", ".join(str(part.phase) for part in parts)
        yield Shortcoming("P02", case, f"Its phases are numbered {numbers}; count from 1.")
    for part in parts:
        if part.end < part.start:
            yield Shortcoming("P03", part.where, f"It ends in {part.end}, before it starts.")
        if part.phase > 1 and not part.break_reason:
            yield Shortcoming("P04", part.where, "Say what broke it off from the phase before.")
    for earlier, later in pairwise(parts):
        if later.start < earlier.end:
            yield Shortcoming(
                "P03",
                later.where,
                f"It starts in {later.start}, before phase {earlier.phase} ends.",
            )


def _about_codes(phase: CasePhase) -> Iterator[Shortcoming]:
    unknown = [name for name, code in phase.codes.items() if code is None]
    if unknown:
        yield Shortcoming(
            "P05",
            phase.where,
            f"Unknown: {', '.join(unknown)}. Find a source, or leave the phase out and say so.",
        )
    off = [n for n, code in phase.codes.items() if code is not None and code not in SCALE]
    if off:
        steps = ", ".join(f"{step:g}" for step in SCALE)
        yield Shortcoming(
            "P06", phase.where, f"Not on the scale {steps}: {', '.join(off)}.", must=False
        )


def _whole(path: Path, line: int, column: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise FileError(
            path, f"the column {column!r} says {text!r}; expected a whole number.", line=line
        ) from None


def _code(path: Path, line: int, column: str, text: str) -> float | None:
    if not text.strip():
        return None
    try:
        code = float(text)
    except ValueError:
        code = float("nan")
    if not 0 <= code <= 1:
        raise FileError(
            path,
            f"the column {column!r} says {text!r}; expected 0, 0.33, 0.67, 1 or nothing.",
            line=line,
        )
    return code
