"""Read the records of studies and claims that come with Comity."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from comity.literature.claim import Certainty, Direction, PublishedClaim, PublishedStudy
from comity.terms.errors import FileError, UnknownName


@cache
def load_studies() -> tuple[PublishedStudy, ...]:
    """Every publication that a claim comes from, in the order of their keys.

    Examples
    --------
    >>> from comity.literature.reading import load_studies
    >>> load_studies()[0].certainty.value in {"verified", "recalled"}
    True
    """
    found = [
        PublishedStudy(**row | {"certainty": Certainty(row["certainty"])})
        for row in _rows("studies.toml", "study")
    ]
    return tuple(sorted(found, key=lambda study: study.key))


@cache
def load_claims() -> tuple[PublishedClaim, ...]:
    """Every claim, in the order of the file.

    Raises
    ------
    FileError
        If two claims share an id, a claim names an unknown study, or two rivals do not name each
        other.

    Examples
    --------
    >>> from comity.literature.reading import load_claims, load_studies
    >>> claim = load_claims()[0]
    >>> claim.source in {study.key for study in load_studies()}
    True
    """
    found = tuple(_claim(row) for row in _rows("claims.toml", "claim"))
    by_id = {claim.id: claim for claim in found}
    if len(by_id) < len(found):
        raise FileError("claims.toml", "two claims have the same id.")
    keys = {study.key for study in load_studies()}
    for claim in found:
        if claim.source not in keys:
            raise FileError("claims.toml", f"{claim.id} names the unknown study {claim.source!r}.")
        for rival in claim.rivals:
            if rival not in by_id or claim.id not in by_id[rival].rivals:
                raise FileError("claims.toml", f"{claim.id} and {rival!r} are not mutual rivals.")
    return found


def get_claim(name: str) -> PublishedClaim:
    """One claim by its id.

    Raises
    ------
    UnknownName
        If there is none; the nearest ids are suggested.
    """
    by_id = {claim.id: claim for claim in load_claims()}
    if name not in by_id:
        raise UnknownName("claim", name, by_id)
    return by_id[name]


def conflicts() -> tuple[tuple[PublishedClaim, PublishedClaim], ...]:
    """Pairs of claims that pull in different directions, each pair once.

    Examples
    --------
    >>> from comity.literature.reading import conflicts
    >>> {"rr350-education", "dimant-education"} in [{a.id, b.id} for a, b in conflicts()]
    True
    """
    order = {claim.id: place for place, claim in enumerate(load_claims())}
    return tuple(
        (claim, get_claim(rival))
        for claim in load_claims()
        for rival in claim.rivals
        if order[claim.id] < order[rival]
    )


def _claim(row: dict[str, Any]) -> PublishedClaim:
    typed = {
        "direction": Direction(row["direction"]),
        "certainty": Certainty(row["certainty"]),
        "rivals": tuple(row.get("rivals", ())),
    }
    return PublishedClaim(**row | typed)


def _rows(name: str, table: str) -> list[dict[str, Any]]:
    text = files("comity.literature").joinpath(name).read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)[table]
    return rows
