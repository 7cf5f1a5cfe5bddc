"""A structure table in COINr's convention: which indicator hangs on which group, with what weight."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from comity.terms.arrays import FloatArray
from comity.terms.errors import FileError, RecipeError
from comity.terms.hierarchy import Hierarchy, Level
from comity.world.reading import read_frame

REQUIRED = ("iCode", "Parent", "Level", "Direction", "Weight")


@dataclass(frozen=True, slots=True)
class Node:
    """One row of the table."""

    code: str
    parent: str
    level: int
    direction: int
    weight: float
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """The tree of a user's own index.

    Parameters
    ----------
    tree
        Levels from the indicators upwards.
    direction
        +1 or -1 for each indicator ``(J,)``.
    """

    tree: Hierarchy
    direction: FloatArray


def read_structure(path: Path) -> Structure:
    """Read a structure table.

    Parameters
    ----------
    path
        CSV with the columns ``iCode, Parent, Level, Direction, Weight``; level 1 holds the
        indicators, and one node at the highest level has no parent.

    Raises
    ------
    FileError
        If a code appears twice, a parent is unknown or not one level up, groups form a cycle, or
        a weight, level or direction cannot be used.

    References
    ----------
    :cite:p:`becker2022coinr`
    """
    frame = read_frame(path, required=REQUIRED)
    nodes = [
        _node(path, int(line), dict(zip(REQUIRED, row, strict=True)))
        for line, row in zip(
            frame.index, frame[list(REQUIRED)].itertuples(index=False, name=None), strict=True
        )
    ]
    by_code: dict[str, Node] = {}
    for node in nodes:
        if node.code in by_code:
            first = by_code[node.code].line
            raise FileError(
                path,
                f"the code {node.code!r} appears twice (first on line {first}).",
                line=node.line,
                mend="Keep one of the two rows.",
            )
        by_code[node.code] = node
    _refuse_cycles(path, by_code)
    _refuse_bad_parents(path, by_code)
    return _build(path, by_code)


def _node(path: Path, line: int, row: dict[str, str]) -> Node:
    code = row["iCode"].strip()
    if not code:
        raise FileError(path, "the code is empty.", line=line, mend="Give every row an iCode.")
    level = _number(path, line, row, "Level")
    if level < 1 or level != int(level):
        raise FileError(
            path, f"the level of {code!r} is {level:g}.", line=line, mend="Levels are 1, 2, 3 ..."
        )
    direction = _number(path, line, row, "Direction") if row["Direction"].strip() else 1.0
    if direction not in {1.0, -1.0}:
        raise FileError(
            path, f"the direction of {code!r} is {direction:g}.", line=line, mend="Use 1 or -1."
        )
    weight = _number(path, line, row, "Weight")
    if not np.isfinite(weight) or weight < 0:
        raise FileError(
            path,
            f"the weight of {code!r} is {row['Weight'].strip()}.",
            line=line,
            mend="Give a number that is zero or more.",
        )
    parent = row["Parent"].strip()
    return Node(code, "" if parent == "NA" else parent, int(level), int(direction), weight, line)


def _number(path: Path, line: int, row: dict[str, str], column: str) -> float:
    try:
        return float(row[column])
    except ValueError:
        raise FileError(
            path,
            f"{column} of {row['iCode'].strip()!r} is {row[column]!r}, not a number.",
            line=line,
            mend="Give a number.",
        ) from None


def _refuse_cycles(path: Path, nodes: dict[str, Node]) -> None:
    for start in nodes.values():
        seen, node = [start.code], start
        while node.parent in nodes:
            node = nodes[node.parent]
            if node.code == start.code:
                chain = " -> ".join([*seen, start.code])
                raise FileError(
                    path,
                    f"groups form a cycle: {chain}.",
                    line=start.line,
                    mend="Give one of them another parent.",
                )
            if node.code in seen:
                break
            seen.append(node.code)


def _refuse_bad_parents(path: Path, nodes: dict[str, Node]) -> None:
    tops = [node for node in nodes.values() if not node.parent]
    highest = max(node.level for node in nodes.values())
    if len(tops) != 1 or tops[0].level != highest or highest < 2:
        raise FileError(
            path,
            f"{len(tops)} rows have no parent.",
            mend="Exactly one row, at the highest level, is the index and has no parent.",
        )
    for node in nodes.values():
        if not node.parent:
            continue
        if node.parent not in nodes:
            raise FileError(
                path,
                f"{node.code!r} names the parent {node.parent!r}, which is not in the table.",
                line=node.line,
                mend="Add a row for it or mend the name.",
            )
        above = nodes[node.parent].level
        if above != node.level + 1:
            raise FileError(
                path,
                f"{node.code!r} is at level {node.level} but its parent {node.parent!r} is at "
                f"level {above}.",
                line=node.line,
                mend="A parent is exactly one level up.",
            )


def _build(path: Path, nodes: dict[str, Node]) -> Structure:
    highest = max(node.level for node in nodes.values())
    names = [[n for n in nodes.values() if n.level == level] for level in range(1, highest + 1)]
    for above in names[1:]:
        for group in above:
            if not any(n.parent == group.code for n in nodes.values()):
                raise FileError(
                    path,
                    f"nothing hangs on the group {group.code!r}.",
                    line=group.line,
                    mend="Remove it or give it members.",
                )
    levels = []
    for below, above in pairwise(names):
        place = {n.code: i for i, n in enumerate(above)}
        levels.append(
            Level(
                tuple(n.code for n in below),
                np.array([place[n.parent] for n in below], dtype=np.int64),
                np.array([n.weight for n in below]),
            )
        )
    try:
        tree = Hierarchy(tuple(levels), names[-1][0].code)
    except RecipeError as refusal:
        raise FileError(path, str(refusal)) from None
    return Structure(tree, np.array([float(n.direction) for n in names[0]]))
