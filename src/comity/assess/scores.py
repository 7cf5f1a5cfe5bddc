"""Scores: what the model says of each partner, with everything that went into it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.assess.explanation import Explanation, explain
from comity.assess.matching import Matches, match
from comity.assess.rank_intervals import RankIntervals, Uncertainty, rank_intervals
from comity.assess.weight_sensitivity import (
    Sobol,
    Swap,
    Tornado,
    smallest_swap,
    sobol,
    tornado,
)
from comity.methods.normalise import Scaler
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import InputError
from comity.terms.hierarchy import Hierarchy
from comity.terms.indicator import Indicator
from comity.terms.provenance import Provenance
from comity.world.panel import Snapshot
from comity.world.partners import partners as partner_book

if TYPE_CHECKING:
    import pandas as pd

    from comity.assess.model import PropensityModel


@dataclass(frozen=True, eq=False)
class Scores:
    """Propensity scores of partners in one year; a screening aid, not a forecast.

    ``n`` partners, ``J`` indicators, ``K`` constructs.

    Parameters
    ----------
    model
        The recipe.
    year, group
        What was asked for.
    partners, names
        Ids and names ``(n,)``, sorted by id.
    snapshot
        Values, standard errors and years of observation ``(n, J)``.
    signs
        +1 where high values are favourable, -1 where low ones are ``(J,)``.
    scalers
        How each indicator was scaled ``(J,)``.
    tree
        Levels and weights as used: an indicator without information weighs nothing.
    turned
        Values after transform and direction, which is what the scaling is fitted on ``(n, J)``.
    scaled
        Scaled values ``(n, J)``, high is favourable; NaN where missing.
    imputed
        Cells that a stand-in fills ``(n, J)``.
    constructs, coverage
        Construct scores and the share of their weight that is observed ``(n, K)``.
    overall, overall_coverage
        Propensity and the share of constructs' weight behind it ``(n,)``; NaN where not scored.
    rank
        1 for the highest propensity, 0 where not scored ``(n,)``.
    catalogue
        What each indicator means.
    provenance
        Recipe, data edition, what was dropped and assumed.
    """

    model: "PropensityModel"
    year: int
    group: str | None
    partners: tuple[str, ...]
    names: tuple[str, ...]
    snapshot: Snapshot
    signs: FloatArray
    scalers: tuple[Scaler, ...]
    tree: Hierarchy
    turned: FloatArray
    scaled: FloatArray
    imputed: BoolArray
    constructs: FloatArray
    coverage: FloatArray
    overall: FloatArray
    overall_coverage: FloatArray
    rank: IntArray
    catalogue: Mapping[str, Indicator]
    provenance: Provenance

    def __repr__(self) -> str:
        where = f" in {self.group}" if self.group else ""
        top = ", ".join(self.names[i] for i in self.order[:3])
        return (
            f"<Scores {self.model.name} {self.year}{where}: {int((self.rank > 0).sum())} of "
            f"{len(self.partners)} partners scored; top: {top}>"
        )

    @cached_property
    def order(self) -> IntArray:
        """Rows of the scored partners, best first."""
        scored = np.flatnonzero(self.rank > 0)
        return scored[np.argsort(self.rank[scored], kind="stable")]

    def row(self, partner: str) -> int:
        """Row of a partner, by id or name.

        Raises
        ------
        UnknownName
            If no partner has that name.
        InputError
            If the partner is not among those that were scored.
        """
        if partner in self.partners:
            return self.partners.index(partner)
        found = partner_book().resolve(partner)
        if found.id not in self.partners:
            raise InputError(
                f"{found.name} is not among the {len(self.partners)} partners that were scored."
            )
        return self.partners.index(found.id)

    @property
    def flags(self) -> tuple[tuple[str, ...], ...]:
        """Constructs that rest on little, by partner, and the reason a partner is not scored."""
        rules = self.model.missing
        out = []
        for i in range(len(self.partners)):
            said = []
            for k, construct in enumerate(self.model.constructs):
                share = self.coverage[i, k]
                if share < rules.drop_below - 1e-12:
                    said.append(f"{construct.id}: left out, {share:.0%} observed")
                elif share < rules.flag_below - 1e-12:
                    said.append(f"{construct.id}: {share:.0%} observed")
            if self.rank[i] == 0:
                said.append(f"not scored, {self.overall_coverage[i]:.0%} of constructs observed")
            out.append(tuple(said))
        return tuple(out)

    def explain(self, partner: str) -> Explanation:
        """Take a partner's score apart: what each indicator and construct adds, exactly."""
        return explain(self, self.row(partner))

    def rank_intervals(
        self,
        draws: int = 10_000,
        seed: int = 1,
        *,
        uncertainty: Uncertainty | None = None,
        pairs: Sequence[tuple[str, str]] = (),
        keep: bool = False,
        **run: Any,
    ) -> RankIntervals:
        """Ranks under everything that is uncertain.

        Parameters
        ----------
        draws, seed
            Number of draws and seed.
        uncertainty
            What varies; the Comity default where left out.
        pairs
            Pairs of partners for which the probability that the first outranks the second is
            wanted.
        keep
            Keep every draw's scores and ranks, to save or replay them.
        **run
            ``threads``, ``scheduler`` and ``progress``, as in
            :func:`comity.methods.rank_engine.run`.
        """
        rows = [(self.row(a), self.row(b)) for a, b in pairs]
        return rank_intervals(
            self, draws, seed, uncertainty or Uncertainty(), pairs=rows, keep=keep, run_options=run
        )

    def match(
        self,
        priority: Mapping[str, float],
        funding: Mapping[str, float],
        *,
        intervals: RankIntervals | None = None,
        balance: float = 0.5,
        threshold: float = 0.25,
        leave_out: Mapping[str, str] | None = None,
    ) -> Matches:
        """Set funding against priority and propensity; see :func:`comity.assess.matching.match`."""
        return match(
            self,
            priority,
            funding,
            intervals=intervals,
            balance=balance,
            threshold=threshold,
            leave_out=leave_out,
        )

    def sobol(self, partners: Sequence[str] = (), *, samples: int = 1024, seed: int = 1) -> Sobol:
        """Share of the variance of ranks that each source of uncertainty explains."""
        return sobol(self, [self.row(p) for p in partners], samples=samples, seed=seed)

    def tornado(self, partner: str, *, change: float = 0.5) -> Tornado:
        """Rank of a partner when one weight at a time moves by ``change`` or goes to zero."""
        return tornado(self, self.row(partner), change=change)

    def smallest_swap(self, first: str, second: str) -> Swap:
        """Smallest change of construct weights that makes two partners change places."""
        return smallest_swap(self, self.row(first), self.row(second))

    def rows(self) -> list[dict[str, Any]]:
        """One mapping for each partner, best first and those not scored last."""
        rest = np.flatnonzero(self.rank == 0)
        flags = self.flags
        return [
            {
                "rank": int(self.rank[i]) or None,
                "partner": self.partners[i],
                "name": self.names[i],
                "score": float(self.overall[i]),
                "coverage": float(self.overall_coverage[i]),
                **{c.id: float(self.constructs[i, k]) for k, c in enumerate(self.model.constructs)},
                "flags": list(flags[i]),
            }
            for i in (*self.order, *rest)
        ]

    def to_frame(self) -> "pd.DataFrame":
        """One row for each partner, best first."""
        import pandas as pd

        return pd.DataFrame(self.rows())

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "model": self.model.name,
            "status": self.model.status,
            "year": self.year,
            "group": self.group,
            "provenance": self.provenance.to_dict(),
            "partners": self.rows(),
        }
