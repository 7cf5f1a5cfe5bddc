"""Where a result comes from."""

from dataclasses import asdict, dataclass, field
from typing import Any

from comity.terms.version import VERSION


@dataclass(frozen=True, slots=True)
class Provenance:
    """What it takes to make a result again, and what was dropped or assumed on the way.

    Parameters
    ----------
    recipe
        Name and digest of the recipe, such as ``"comity-default 3f2a9c01"``.
    data
        Edition of the data: a digest of the values that were read.
    seed
        Seed of the random streams, where there are any.
    dropped
        What the data or the user left out, one sentence each.
    assumed
        What was assumed, one sentence each.
    version
        Version of Comity that made the result.
    """

    recipe: str
    data: str
    seed: int | None = None
    dropped: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    version: str = field(default=VERSION)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)
