"""Specifications that share rows and fixed effects, estimated together."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

import numpy as np

from comity.evaluate.panel_errors import Errors, parse_errors
from comity.evaluate.specifications import INNER, OUTER, Universe
from comity.evaluate.study import NONE, effects_of, parse_quantity
from comity.evaluate.study_columns import StudyColumns
from comity.methods.panel_batch import Batch
from comity.methods.panel_crossproducts import CrossProducts, Way, cross_products, triangle
from comity.terms.arrays import BoolArray, FloatArray, IntArray

_KEPT = 24


@dataclass(frozen=True, slots=True, eq=False)
class Requests:
    """What some specifications ask for, as positions among the columns.

    Parameters
    ----------
    numbers
        Numbers of the specifications ``(S,)``.
    outer
        Alternatives of sample, fixed effects, weights, errors and estimator ``(S, 5)``.
    outcome
        ``(S,)``.
    regressors
        ``(S, p)``.
    quantity
        Weights of the coefficients; all zero where the quantity does not exist ``(S, p)``.
    treatment, wanted
        Position of the treatment, and which of the study's quantities is asked for ``(S,)``.
    """

    numbers: IntArray
    outer: IntArray
    outcome: IntArray
    regressors: BoolArray
    quantity: FloatArray
    treatment: IntArray
    wanted: IntArray

    def take(self, rows: IntArray) -> "Requests":
        """Return some of the specifications."""
        return Requests(
            self.numbers[rows],
            self.outer[rows],
            self.outcome[rows],
            self.regressors[rows],
            self.quantity[rows],
            self.treatment[rows],
            self.wanted[rows],
        )


def requests_of(universe: Universe, columns: StudyColumns, numbers: IntArray) -> Requests:
    """Look up what the specifications with these numbers ask for."""
    chosen = universe.alternatives(numbers)
    outer, inner = chosen[:, : len(OUTER)], chosen[:, len(OUTER) : len(OUTER) + len(INNER)]
    options = chosen[:, len(OUTER) + len(INNER) :].astype(bool)
    outcome = np.asarray(columns.outcomes)[inner[:, 0]]
    treatment = np.asarray(columns.treatments)[inner[:, 1]]
    moderator = np.asarray(columns.moderators)[inner[:, 2]]
    interaction = columns.interactions[inner[:, 1], inner[:, 2]]
    width, rows = len(columns.names), np.arange(len(numbers))
    regressors = np.zeros((len(numbers), width), dtype=bool)
    regressors[rows, treatment] = True
    moderated = moderator >= 0
    regressors[rows[moderated], moderator[moderated]] = True
    regressors[rows[moderated], interaction[moderated]] = True
    regressors[:, list(columns.required)] = True
    for at, group in enumerate(columns.options):
        regressors[np.ix_(options[:, at], np.array(group, dtype=np.int64))] = True
    plain = np.array([text == NONE for text in universe.study.absorbed])
    regressors[plain[outer[:, 1]], columns.constant] = True
    quantity = _quantities(universe, columns, inner[:, 3], treatment, interaction)
    exists = ((quantity == 0) | regressors).all(axis=1)
    quantity[~exists] = 0.0
    return Requests(numbers, outer, outcome, regressors, quantity, treatment, inner[:, 3])


def _quantities(
    universe: Universe,
    columns: StudyColumns,
    which: IntArray,
    treatment: IntArray,
    interaction: IntArray,
) -> FloatArray:
    out = np.zeros((len(which), len(columns.names)))
    for at, text in enumerate(universe.study.quantities):
        rows = np.flatnonzero(which == at)
        weights = parse_quantity(text)
        place = {"treatment": treatment[rows], "interaction": interaction[rows]}
        for name, weight in weights.items():
            position = place.get(name, np.full(len(rows), columns.position(name)))
            out[rows[position >= 0], position[position >= 0]] += weight
            out[rows[position < 0]] = 0.0
    return out


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Rows and settings that some specifications share.

    Parameters
    ----------
    rows
        Rows of the table that are in ``(n,)``.
    estimator, errors
        As the study writes them.
    effects, clusters, weights
        On the rows that are in.
    key
        Names the group among all groups of the study.
    """

    rows: BoolArray
    estimator: str
    errors: Errors
    effects: tuple[IntArray, ...]
    clusters: dict[str, IntArray]
    weights: FloatArray | None
    key: bytes


def groups_of(
    universe: Universe, columns: StudyColumns, requests: Requests
) -> Iterator[tuple[Group, Requests]]:
    """Split specifications by the rows they use and everything that applies to whole rows."""
    settings, inverse = np.unique(requests.outer, axis=0, return_inverse=True)
    for number, setting in enumerate(settings):
        part = requests.take(np.flatnonzero(inverse.reshape(-1) == number))
        base = _base_rows(universe, columns, setting)
        missing = ~np.isfinite(columns.values)
        for rows, members in _by_rows(universe, base, missing, part):
            yield _group(universe, columns, setting, rows), part.take(members)


def _base_rows(universe: Universe, columns: StudyColumns, setting: IntArray) -> BoolArray:
    study = universe.study
    rows = columns.samples[list(study.samples)[setting[0]]].copy()
    for names in effects_of(study.absorbed[setting[1]]):
        rows &= columns.groups[names] >= 0
    for names in parse_errors(study.errors[setting[3]]).clusters:
        rows &= columns.groups[names] >= 0
    weights = study.weights[setting[2]]
    return rows if weights == NONE else rows & np.isfinite(columns.weights[weights])


def _by_rows(
    universe: Universe, base: BoolArray, missing: BoolArray, part: Requests
) -> Iterator[tuple[BoolArray, IntArray]]:
    """Complete rows of each set of specifications with the same incomplete columns."""
    if universe.study.missing == "common":
        yield base & ~missing.any(axis=1), np.arange(len(part.numbers))
        return
    used = part.regressors.copy()
    used[np.arange(len(used)), part.outcome] = True
    incomplete = np.flatnonzero((missing & base[:, None]).any(axis=0))
    patterns, inverse = np.unique(used[:, incomplete], axis=0, return_inverse=True)
    for number, pattern in enumerate(patterns):
        gaps = missing[:, incomplete[pattern]].any(axis=1)
        yield base & ~gaps, np.flatnonzero(inverse.reshape(-1) == number)


def _group(universe: Universe, columns: StudyColumns, setting: IntArray, rows: BoolArray) -> Group:
    study = universe.study
    errors = parse_errors(study.errors[setting[3]])
    weights = study.weights[setting[2]]
    return Group(
        rows,
        study.estimators[setting[4]],
        errors,
        tuple(columns.groups[names][rows] for names in effects_of(study.absorbed[setting[1]])),
        {"^".join(names): columns.groups[names][rows] for names in errors.clusters},
        None if weights == NONE else columns.weights[weights][rows],
        setting.tobytes() + np.packbits(rows).tobytes(),
    )


class CrossProductStore:
    """Cross products of the groups met last; one for each process."""

    def __init__(self) -> None:
        self._found: OrderedDict[bytes, tuple[CrossProducts, IntArray]] = OrderedDict()
        self._lock = Lock()

    def of(self, group: Group, columns: StudyColumns) -> tuple[CrossProducts, IntArray]:
        """Cross products of every column that is complete on the group's rows, and which they are."""
        with self._lock:
            if group.key in self._found:
                self._found.move_to_end(group.key)
                return self._found[group.key]
        values = columns.values[group.rows]
        complete = np.flatnonzero(np.isfinite(values).all(axis=0))
        found = cross_products(
            [columns.names[at] for at in complete],
            values[:, complete],
            effects=group.effects,
            clusters=group.clusters,
            weights=group.weights,
        )
        with self._lock:
            self._found[group.key] = (found, complete)
            while len(self._found) > _KEPT:
                self._found.popitem(last=False)
        return found, complete


def subset(cross: CrossProducts, at: IntArray) -> CrossProducts:
    """Cross products of some of the columns, in ascending order."""
    p = len(cross.names)
    place = np.zeros((p, p), dtype=np.int64)
    place[triangle(p)] = np.arange(p * (p + 1) // 2)
    rows, cols = triangle(len(at))
    packed_rows = place[at[rows], at[cols]]
    ways = tuple(
        Way(
            way.sign,
            way.groups,
            None if way.packed is None else way.packed[packed_rows],
            way.starts,
            way.order,
        )
        for way in cross.ways
    )
    return CrossProducts(
        tuple(cross.names[i] for i in at),
        np.ascontiguousarray(cross.columns[:, at]),
        np.ascontiguousarray(cross.total[np.ix_(at, at)]),
        cross.original[at],
        ways,
        cross.cluster_names,
        cross.cluster_counts,
        cross.fixed_parameters,
        cross.rule,
    )


def batches_of(
    requests: Requests, complete: IntArray
) -> Iterator[tuple[IntArray, IntArray, Batch]]:
    """Split a group so that each batch uses few columns: by outcome and by non-control columns.

    Yields
    ------
    tuple
        Positions among the requests; columns used, as positions in the cross products; the batch.
    """
    place = np.full(requests.regressors.shape[1], -1, dtype=np.int64)
    place[complete] = np.arange(len(complete))
    shared = requests.quantity != 0
    keys = np.column_stack([requests.outcome, np.packbits(shared, axis=1)])
    _, inverse = np.unique(keys, axis=0, return_inverse=True)
    for number in range(int(inverse.max()) + 1):
        members = np.flatnonzero(inverse.reshape(-1) == number)
        used = np.array(requests.regressors[members].any(axis=0), dtype=np.bool_)
        used[requests.outcome[members[0]]] = True
        at = np.flatnonzero(used)
        outcome = np.full(len(members), np.searchsorted(at, requests.outcome[members[0]]))
        batch = Batch(
            outcome.astype(np.int64),
            requests.regressors[np.ix_(members, at)],
            requests.quantity[np.ix_(members, at)],
        )
        yield members, place[at], batch
