"""A small invented world in the shape of the real one: 30 partners, 12 indicators, 3 constructs."""

import numpy as np
import pandas as pd

from comity.assess.model import PropensityModel
from comity.assess.model_parts import Construct, IndicatorUse, MissingRule
from comity.assess.scores import Scores
from comity.methods.normalise import Scaling
from comity.terms.indicator import Direction, Indicator
from comity.terms.licence import Licence
from comity.world.panel import Panel
from comity.world.stacking import to_panel

PARTNERS = [
    "AGO",
    "ALB",
    "ARG",
    "AUS",
    "BHR",
    "CIV",
    "COL",
    "DEU",
    "ETH",
    "FJI",
    "GEO",
    "GHA",
    "IDN",
    "IRQ",
    "JOR",
    "KEN",
    "KOR",
    "LBR",
    "MLT",
    "MUS",
    "NGA",
    "PER",
    "PHL",
    "POL",
    "SGP",
    "TUN",
    "UGA",
    "VNM",
    "XKX",
    "ZMB",
]
CONSTRUCTS = {
    "institutions": ("rule", "control", "effectiveness", "voice", "stability"),
    "means": ("income", "people", "budget", "aid"),
    "ties": ("votes", "visits", "exercises"),
}
LOWER = {"aid"}
TRANSFORMS = {"income": "log", "people": "log1p", "budget": "sqrt", "aid": "asinh"}


def described(name: str) -> Indicator:
    """What the catalogue says of an invented indicator."""
    return Indicator(
        id=f"test.{name}",
        title=f"{name.title()} <of the test>",
        definition="Invented for tests.",
        unit="persons" if name == "people" else "points",
        direction=Direction.LOWER if name in LOWER else Direction.HIGHER,
        source="test",
        publisher="Test Press",
        licence=Licence.OPEN,
        citation="Test Press (2024), Côte d'Ivoire edition.",
        error=name == "rule",
    )


def small_panel(seed: int = 7) -> Panel:
    """Thirty partners in 2020-2022 with holes, ties, skew and negative money."""
    rng = np.random.default_rng(seed)
    names = [name for group in CONSTRUCTS.values() for name in group]
    rows = []
    for j, name in enumerate(names):
        for i, partner in enumerate(PARTNERS):
            if rng.random() < 0.12 or (partner == "XKX" and j > 3) or (partner == "FJI" and j < 4):
                continue
            value = round(float(rng.normal(0, 1)), 3)
            if name in {"income", "people"}:
                value = round(float(np.exp(rng.normal(8, 2))), 1)
            if name in {"votes", "exercises"}:
                value = float(rng.integers(0, 6))  # ties
            if name == "budget":
                value = round(float(rng.gamma(0.4, 0.1)), 5)
            rows.append(
                (
                    partner,
                    f"test.{name}",
                    2022 - (i + j) % 3,
                    value,
                    0.2 if name == "rule" else np.nan,
                    "test 2024",
                )
            )
    columns = ["partner", "indicator", "year", "value", "error", "vintage"]
    frame = pd.DataFrame(rows, columns=columns)
    return to_panel(frame, {f"test.{name}": described(name) for name in names})


def small_model(
    scaling: Scaling | None = None,
    aggregation: tuple[str, str] = ("arithmetic", "arithmetic"),
    rule: str = "available",
) -> PropensityModel:
    """A model with unequal weights, one of them a third."""
    constructs = tuple(
        Construct(
            group,
            tuple(
                IndicatorUse(
                    f"test.{name}",
                    weight=(1.0, 2.0, 1 / 3)[j % 3],
                    transform=TRANSFORMS.get(name, "none"),
                )
                for j, name in enumerate(names)
            ),
            title=f"{group.title()} & more",
            weight=1.0 + k / 2,
        )
        for k, (group, names) in enumerate(CONSTRUCTS.items())
    )
    return PropensityModel(
        "small",
        constructs,
        title="A small model",
        status="Comity default",
        scaling=scaling or Scaling("percentile", {"lower": 1.0, "upper": 100.0}),
        aggregation=aggregation,
        missing=MissingRule(rule=rule),
    )


def small_scores(**changes: object) -> Scores:
    """The small model on the small panel."""
    return small_model(**changes).score(  # type: ignore[arg-type]
        small_panel(), year=2022, partners=PARTNERS
    )
