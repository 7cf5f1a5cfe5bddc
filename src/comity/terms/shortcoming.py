"""What a check finds wanting in a record, a table or a plan."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """One thing that is missing or wrong.

    Parameters
    ----------
    code
        Code of the rule, such as ``E03``.
    where
        What it is about, such as ``finding F2``.
    message
        What is wrong and what would mend it, one sentence.
    must
        Whether the thing cannot count as complete with it; otherwise it is advice.
    """

    code: str
    where: str
    message: str
    must: bool = True

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)


def grave(shortcomings: Iterable[Shortcoming]) -> tuple[Shortcoming, ...]:
    """Return those that must be mended."""
    return tuple(one for one in shortcomings if one.must)
