"""A multiverse in words and numbers that can be cited."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.evaluate.multiverse_influence import UnitInfluence
from comity.evaluate.multiverse_null import NullTest
from comity.evaluate.specifications import Universe
from comity.methods.spec_curve import CurveSummary, ExplainedBy, explain_variance, summarise_curve
from comity.terms.estimate import Claim
from comity.terms.provenance import Provenance

if TYPE_CHECKING:
    import pandas as pd


_WHY_FAILED = (
    "the quantity belongs to another moderator or estimator, the estimator to other settings, or"
    " the rows do not allow it"
)


@dataclass(frozen=True, slots=True)
class MultiverseSummary:
    """What all specifications say together.

    Parameters
    ----------
    study
        Name of the study.
    curve
        Shares and quantiles.
    explained
        Share of the variance of the estimate that each choice explains.
    explained_together
        Share that an additive model of all choices explains.
    null
        Tests of the whole curve; empty where none was asked for.
    influence
        Influence of each unit; empty where it was not asked for.
    claim
        What the estimates may be called.
    provenance
        What it takes to make the results again.
    own_table
        Whether the user chose the specifications, instead of all combinations.
    """

    study: str
    curve: CurveSummary
    explained: tuple[ExplainedBy, ...]
    explained_together: float
    null: tuple[NullTest, ...]
    influence: tuple[UnitInfluence, ...]
    claim: Claim
    provenance: Provenance
    own_table: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)

    def rows(self) -> list[dict[str, Any]]:
        """Rows of the table that can be cited: what, value, and how it was computed."""
        curve, source = self.curve, f"{self.provenance.recipe}; data {self.provenance.data}"
        level = "p < 0.05, each specification by itself"
        found = [
            (
                "specifications estimated",
                curve.specifications - curve.failed,
                "the study's own table" if self.own_table else "all combinations",
            ),
            ("specifications that could not be estimated", curve.failed, _WHY_FAILED),
            (f"median {self.claim.value}", curve.median, ""),
            ("2.5th percentile", curve.low, ""),
            ("97.5th percentile", curve.high, ""),
            ("share positive", curve.positive, ""),
            ("share negative", curve.negative, ""),
            ("share significant", curve.significant, level),
            ("share significant and positive", curve.significant_positive, level),
            ("share significant and negative", curve.significant_negative, level),
        ]
        rows = [{"quantity": q, "value": v, "how": how} for q, v, how in found]
        rows += [
            {
                "quantity": f"p-value of the {test.statistic} under the null",
                "value": test.p_value,
                "how": f"{test.permutations} permutations of whole treatment histories among"
                f" units, seed {test.seed}, {test.specifications} specifications",
            }
            for test in self.null
        ]
        rows += [
            {
                "quantity": f"variance explained by {item.choice}",
                "value": item.alone,
                "how": f"{item.alternatives} alternatives; {item.last:.4g} when it comes last",
            }
            for item in self.explained
        ]
        rows += [
            {
                "quantity": f"change without {item.unit}",
                "value": item.median_change,
                "how": f"median over {item.specifications} specifications;"
                f" {item.sign_changes:.1%} change sign",
            }
            for item in self.influence[:10]
        ]
        return [{**row, "source": source} for row in rows]


def summarise(
    universe: Universe,
    frame: "pd.DataFrame",
    *,
    data: str,
    null: tuple[NullTest, ...] = (),
    influence: tuple[UnitInfluence, ...] = (),
) -> MultiverseSummary:
    """Summarise the results of a multiverse.

    Parameters
    ----------
    frame
        Results of every specification.
    data
        Digest of the values that were read.
    """
    estimate = frame["estimate"].to_numpy(dtype=float)
    choices = {}
    for name in universe.labels:
        column = frame[name]
        codes = column.astype("category").cat.codes.to_numpy()
        choices[name] = np.asarray(codes, dtype=np.int64)
    explained, together = explain_variance(estimate, choices)
    curve = summarise_curve(
        estimate,
        frame["statistic"].to_numpy(dtype=float),
        frame["p_value"].to_numpy(dtype=float),
    )
    study = universe.study
    seeds = {test.seed for test in null}
    provenance = Provenance(
        f"{study.name} {universe.digest}", data, seed=seeds.pop() if seeds else None,
        assumed=_assumed(universe),
    )  # fmt: skip
    return MultiverseSummary(
        study.name, curve, explained, together, null, influence, study.claim, provenance,
        universe.own is not None,
    )  # fmt: skip


def _assumed(universe: Universe) -> tuple[str, ...]:
    rows = {
        "each": "Each specification uses the rows that are complete for it.",
        "common": "Every specification uses the rows that are complete for all.",
    }
    found = [rows[universe.study.missing]]
    found.append("Small-sample rule of the standard errors: fixest's defaults.")
    if len(universe.study.quantities) > 1:
        found.append("Quantities of different meaning may share this curve; read them apart.")
    if not universe.study.randomised:
        found.append("The treatment was not assigned at random: estimates are associations.")
    return tuple(found)
