"""Any table of units by indicators: read, scaled, aggregated, and ranked under random weights."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.assess.structure import Structure, read_structure
from comity.methods.composite import Composite, aggregate
from comity.methods.means import mean_name
from comity.methods.normalise import Scaling, fit
from comity.methods.rank_engine import RankDraws, run
from comity.methods.rank_problem import RankProblem, Variant
from comity.methods.rank_statistics import rank_statistics
from comity.methods.ranks import rank_descending
from comity.methods.weight_noise import WeightNoise
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import FileError, InputError, RecipeError, UnknownName
from comity.terms.provenance import Provenance
from comity.world.reading import read_frame, refuse_duplicates, to_numbers

if TYPE_CHECKING:
    import pandas as pd

UNIT_COLUMNS = ("uCode", "unit", "partner", "iso3", "code")

#: Parameters that COINr's users expect: a range above zero, so that all means exist.
TABLE_SCALINGS = {
    "minmax": {"lower": 1.0, "upper": 100.0},
    "winsorised": {"lower": 1.0, "upper": 100.0},
    "zscore": {"mean": 100.0, "sd": 10.0},
    "percentile": {"lower": 1.0, "upper": 100.0},
    "logistic": {"lower": 1.0, "upper": 100.0},
    "rank": {},
    "prank": {},
    "borda": {},
    "none": {},
}


@dataclass(frozen=True, slots=True, eq=False)
class OwnTable:
    """A user's own units and indicators.

    Parameters
    ----------
    units
        Names ``(n,)``.
    values
        ``(n, J)``; NaN where missing.
    structure
        The tree and the directions.
    ignored
        Columns of the file that the structure does not name.
    """

    units: tuple[str, ...]
    values: FloatArray
    structure: Structure
    ignored: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class OwnScores:
    """Scores of a user's own table, in the order of the file."""

    table: OwnTable
    scaled: FloatArray
    composite: Composite
    means: tuple[str, ...]
    scaling: Scaling
    used: BoolArray
    rank: IntArray
    provenance: Provenance

    def draw(
        self,
        draws: int,
        seed: int,
        noise: WeightNoise,
        *,
        threads: int = 2,
        scheduler: str | None = None,
        keep: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> tuple[IntArray, RankDraws]:
        """Rank under random weights; returns the rows that are ranked and the draws."""
        rows = np.flatnonzero(self.rank > 0)
        if not len(rows):
            raise RecipeError("No unit has a score, so there is nothing to rank.")
        tree = self.table.structure.tree
        weights = [level.weight for level in tree.levels]
        weights[0] = np.where(self.used, weights[0], 0.0)
        problem = RankProblem(
            tree.with_weights(weights),
            (Variant("own", self.scaled[rows], self.means),),
            np.array([1.0]),
            noise,
            tuple(~np.isnan(node[rows]) for node in self.composite.nodes),
        )
        result = run(
            problem,
            draws=draws,
            seed=seed,
            threads=threads,
            scheduler=scheduler,
            keep=keep,
            progress=progress,
        )
        return rows.astype(np.int64), result

    def rows(self, drawn: tuple[IntArray, RankDraws] | None = None) -> list[dict[str, Any]]:
        """One mapping for each unit, best first and those without a score last."""
        out: list[dict[str, Any]] = [
            {"unit": u, "score": float(s), "rank": int(r) or None}
            for u, s, r in zip(self.table.units, self.composite.index, self.rank, strict=True)
        ]
        if drawn is not None:
            rows, result = drawn
            stats = rank_statistics(result.counts)
            for place, row in enumerate(rows):
                out[row] |= {
                    "rank_mean": float(stats.mean[place]),
                    "rank_median": float(stats.median[place]),
                    "rank_q05": float(stats.q05[place]),
                    "rank_q95": float(stats.q95[place]),
                }
        return sorted(out, key=lambda unit: (unit["rank"] is None, unit["rank"] or 0))

    def to_frame(self) -> "pd.DataFrame":
        """One row for each unit, best first."""
        import pandas as pd

        return pd.DataFrame(self.rows())

    def to_dict(self, drawn: tuple[IntArray, RankDraws] | None = None) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {"units": self.rows(drawn), "provenance": self.provenance.to_dict()}


def read_own_table(data: Path, structure: Path) -> OwnTable:
    """Read a table of units by indicators and the structure that describes it.

    Parameters
    ----------
    data
        CSV with one row for each unit. The unit's column is ``uCode``, ``unit``, ``partner``,
        ``iso3`` or ``code``, or else the first one. Empty cells and ``NA`` are missing.
    structure
        See :func:`comity.assess.structure.read_structure`.

    Raises
    ------
    FileError
        If a unit appears twice, an indicator of the structure has no column, or a cell is not a
        number.
    """
    described = read_structure(structure)
    frame = read_frame(data, required=())
    wanted = described.tree.indicators
    unit = next((c for c in UNIT_COLUMNS if c in frame.columns), str(frame.columns[0]))
    for name in wanted:
        if name not in frame.columns:
            near = UnknownName("column", name, frame.columns)
            raise FileError(
                data,
                f"there is no column {name!r}, which {structure} names as an indicator.",
                mend=f"Did you mean {near.nearest[0]!r}?" if near.nearest else "Add it.",
            )
    if not len(frame):
        raise FileError(data, "there is no row.", mend="Give one row for each unit.")
    _refuse_unnamed(frame[unit], wanted, data)
    refuse_duplicates(frame, [unit], data)
    columns = [to_numbers(frame, name, data) for name in wanted]
    ignored = tuple(str(c) for c in frame.columns if c not in {unit, "uName", *wanted})
    return OwnTable(
        tuple(str(u) for u in frame[unit]),
        np.column_stack(columns).astype(float),
        described,
        ignored,
    )


def _refuse_unnamed(units: "pd.Series[str]", indicators: Sequence[str], data: Path) -> None:
    """Refuse a table whose first column is an indicator, and a unit without a name."""
    if units.name in indicators:
        raise FileError(
            data,
            f"no column names the units; {units.name!r}, the first, is an indicator.",
            line=1,
            mend="Add a column uCode.",
        )
    for line, name in units.items():
        if not str(name).strip():
            raise FileError(
                data,
                f"the unit has no name in {units.name!r}.",
                line=int(str(line)),
                mend="Add it.",
            )


def score_own_table(
    table: OwnTable, *, normalise: str = "minmax", means: tuple[str, ...] = ("amean",)
) -> OwnScores:
    """Scale and aggregate a user's own table.

    Parameters
    ----------
    table
        Units, values and tree.
    normalise
        ``minmax`` (to 1-100), ``zscore`` (to mean 100, standard deviation 10), ``rank``,
        ``prank``, ``percentile``, ``winsorised``, ``logistic``, ``borda`` or ``none``.
    means
        One mean for all levels, or one for each level from the indicators upwards.

    Assumptions
    -----------
    Direction is applied before scaling. Whatever is observed is averaged. An indicator that is
    the same for all units tells nothing and is left out.

    References
    ----------
    :cite:p:`becker2022coinr`
    """
    if normalise not in TABLE_SCALINGS:
        near = UnknownName("scaling", normalise, TABLE_SCALINGS).nearest
        raise UnknownName("scaling", normalise, nearest=near or tuple(TABLE_SCALINGS))
    scaling = Scaling(normalise, TABLE_SCALINGS[normalise])
    tree = table.structure.tree
    full = _means(means, len(tree.levels))
    turned = table.values * table.structure.direction
    scalers = [fit(turned[:, j], scaling) for j in range(turned.shape[1])]
    used = np.array([normalise == "none" or not s.constant for s in scalers], dtype=bool)
    scaled = np.column_stack(
        [
            s(turned[:, j]) if ok else np.full(len(turned), np.nan)
            for j, (s, ok) in enumerate(zip(scalers, used, strict=True))
        ]
    )
    composite = aggregate(scaled, tree, full)
    dropped = tuple(
        f"The indicator {name!r} is the same for all units and was left out."
        for name, ok in zip(tree.indicators, used, strict=True)
        if not ok
    )
    dropped += tuple(f"The column {name!r} is not in the structure." for name in table.ignored)
    return OwnScores(
        table,
        scaled,
        composite,
        full,
        scaling,
        used,
        rank_descending(composite.index),
        Provenance(
            recipe=f"{normalise} + {' + '.join(full)}",
            data=f"{len(table.units)} units x {len(tree.indicators)} indicators",
            dropped=dropped,
            assumed=("Whatever is observed is averaged; nothing is imputed.",),
        ),
    )


def _means(means: tuple[str, ...], levels: int) -> tuple[str, ...]:
    full = tuple(mean_name(mean) for mean in means)
    if len(full) == 1:
        return full * levels
    if len(full) != levels:
        raise InputError(f"Give one aggregation, or one for each of the {levels} levels.")
    return full
