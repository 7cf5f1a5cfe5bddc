"""Structured, focused comparison of a few cases: the same questions put to each of them.

Ratings go from -2 to +2 with a confidence, an evidence note and a source; what is not known is
shown as unknown and never filled in. With six cases or fewer nothing is estimated.
"""

from collections.abc import Iterator, Sequence
from csv import DictReader
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from comity.terms.errors import FileError, InputError, UnknownName
from comity.terms.shortcoming import Shortcoming
from comity.world.reading import read_numbered

MOST_CASES = 6
CONFIDENCE = ("low", "medium", "high")
_NEEDED = ("case", "dimension", "rating", "confidence", "evidence", "source")
_UNKNOWN = {"", "unknown", "?"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One case on one dimension.

    Parameters
    ----------
    case, dimension
        What is rated.
    rating
        -2 to +2; None is unknown.
    confidence
        ``low``, ``medium`` or ``high``; empty where the rating is unknown.
    evidence, source
        What the rating rests on, in the rater's own words, and where it is to be found.
    """

    case: str
    dimension: str
    rating: int | None
    confidence: str = ""
    evidence: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """How one dimension lies beside the outcome over the cases.

    Parameters
    ----------
    dimension
        The dimension.
    ratings
        Rating of each case, None where unknown.
    verdict
        ``goes with``, ``goes against``, ``mixed``, ``no variation`` or ``too little known``.
    deviant
        Cases that depart from the majority's pattern.
    """

    dimension: str
    ratings: dict[str, int | None]
    verdict: str
    deviant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FocusedComparison:
    """A pattern table. It shows what lies beside what; it does not estimate anything.

    Parameters
    ----------
    cases, dimensions
        In the order of the file.
    cells
        Every rating, the unknown ones too.
    outcome
        Dimension that the others are laid beside.
    """

    cases: tuple[str, ...]
    dimensions: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]
    outcome: str

    @property
    def share_unknown(self) -> float:
        """Share of cells that are unknown."""
        unknown = sum(1 for cell in self._every() if cell.rating is None)
        return unknown / (len(self.cases) * len(self.dimensions))

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """Every dimension but the outcome beside the outcome."""
        return tuple(self._pattern(d) for d in self.dimensions if d != self.outcome)

    def shortcomings(self) -> tuple[Shortcoming, ...]:
        """``C01`` a rating without evidence, source or confidence; ``C02`` much is unknown."""
        return tuple(self._wanting())

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "outcome": self.outcome,
            "cases": list(self.cases),
            "share_unknown": self.share_unknown,
            "patterns": [
                {
                    "dimension": p.dimension,
                    "ratings": {c: "unknown" if r is None else r for c, r in p.ratings.items()},
                    "verdict": p.verdict,
                    "deviant": list(p.deviant),
                }
                for p in self.patterns
            ],
            "shortcomings": [one.to_dict() for one in self.shortcomings()],
            "note": "The dimensions are Comity's own, inspired by RR-1832; nothing is estimated.",
        }

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row for each dimension, the outcome last."""
        outcome = {case: self.cell(case, self.outcome).rating for case in self.cases}
        last = Pattern(self.outcome, outcome, "outcome", ())
        return [
            {
                "dimension": p.dimension,
                **{
                    c: "unknown" if r is None else f"{r:+d}" if r else "0"
                    for c, r in p.ratings.items()
                },
                "beside the outcome": p.verdict,
                "deviant": list(p.deviant),
            }
            for p in (*self.patterns, last)
        ]

    def cell(self, case: str, dimension: str) -> Cell:
        """Return one cell; one that is not in the file is unknown."""
        return self.cells.get((case, dimension), Cell(case, dimension, None))

    def _every(self) -> Iterator[Cell]:
        return (self.cell(c, d) for c in self.cases for d in self.dimensions)

    def _pattern(self, dimension: str) -> Pattern:
        ratings = {case: self.cell(case, dimension).rating for case in self.cases}
        sides = {
            case: (_sign(rating), _sign(result))
            for case, rating in ratings.items()
            if rating is not None and (result := self.cell(case, self.outcome).rating) is not None
        }
        verdict, deviant = _verdict(sides)
        return Pattern(dimension, ratings, verdict, deviant)

    def _wanting(self) -> Iterator[Shortcoming]:
        for cell in self._every():
            absent = [n for n in ("confidence", "evidence", "source") if not getattr(cell, n)]
            if cell.rating is not None and absent:
                yield Shortcoming(
                    "C01",
                    f"{cell.case}, {cell.dimension}",
                    f"It is rated without {' or '.join(absent)}; add it or mark the cell unknown.",
                )
        if self.share_unknown > 0.5:
            yield Shortcoming(
                "C02",
                "the table",
                f"{self.share_unknown:.0%} of the cells are unknown; say so beside any conclusion.",
                must=False,
            )


def read_comparison(path: Path, outcome: str) -> FocusedComparison:
    """Read ratings: ``case, dimension, rating, confidence, evidence, source``.

    Raises
    ------
    FileError
        If a rating or a confidence is off its scale, or a cell is there twice; names the line.
    InputError
        If there are more than six cases.
    """
    cells: dict[tuple[str, str], Cell] = {}
    for line, row in read_numbered(path, required=_NEEDED):
        cell = _cell(path, line, {name: text.strip() for name, text in row.items()})
        if (cell.case, cell.dimension) in cells:
            raise FileError(path, f"{cell.case}, {cell.dimension} is there twice.", line=line)
        cells[cell.case, cell.dimension] = cell
    cases = tuple(dict.fromkeys(case for case, _ in cells))
    dimensions = tuple(dict.fromkeys(dimension for _, dimension in cells))
    if not cells:
        raise FileError(path, "there are no ratings below the heading.")
    if len(cases) > MOST_CASES:
        raise InputError(
            f"There are {len(cases)} cases; a focused comparison holds {MOST_CASES} or fewer. "
            "For more, use `comity evaluate cases`."
        )
    if outcome not in dimensions:
        raise UnknownName("dimension", outcome, dimensions)
    return FocusedComparison(cases, dimensions, cells, outcome)


def blank_comparison(cases: Sequence[str]) -> list[dict[str, str]]:
    """Return rows of a new table in which every cell is unknown, with Comity's dimensions."""
    if not 2 <= len(cases) <= MOST_CASES:
        raise InputError(f"Name 2 to {MOST_CASES} cases, not {len(cases)}.")
    text = files("comity.evaluate").joinpath("comparison_dimensions.csv").read_text("utf-8")
    return [
        dict.fromkeys(_NEEDED, "")
        | {"case": case, "dimension": row["dimension"], "question": row["question"]}
        for case in cases
        for row in DictReader(text.splitlines())
    ]


def _cell(path: Path, line: int, row: dict[str, str]) -> Cell:
    rating, confidence = row["rating"].lower(), row["confidence"].lower()
    if rating not in _UNKNOWN and rating not in {"-2", "-1", "0", "1", "2", "+1", "+2"}:
        raise FileError(
            path, f"the rating is {row['rating']!r}; expected -2 to +2, or unknown.", line=line
        )
    if confidence and confidence not in CONFIDENCE:
        raise FileError(
            path,
            f"the confidence is {row['confidence']!r}; expected {', '.join(CONFIDENCE)}.",
            line=line,
        )
    known = None if rating in _UNKNOWN else int(rating)
    return Cell(row["case"], row["dimension"], known, confidence, row["evidence"], row["source"])


def _sign(rating: int) -> int:
    return (rating > 0) - (rating < 0)


def _verdict(sides: dict[str, tuple[int, int]]) -> tuple[str, tuple[str, ...]]:
    if len(sides) < 2:
        return "too little known", ()
    if len({side for side, _ in sides.values()}) == 1:
        return "no variation", ()
    same = [case for case, (a, b) in sides.items() if a and a == b]
    opposite = [case for case, (a, b) in sides.items() if a and a == -b]
    if len(same) == len(sides):
        return "goes with", ()
    if len(opposite) == len(sides):
        return "goes against", ()
    typical = same if len(same) >= len(opposite) else opposite
    return "mixed", tuple(case for case in sides if case not in typical)
