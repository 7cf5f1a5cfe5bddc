"""Kinds of value that calls take, each with its bounds."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

#: The largest whole number that every database takes.
SMALL = 2**31 - 1

# One character is excluded because PostgreSQL cannot hold it.
Line = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]
Text = Annotated[str, Field(max_length=20_000, pattern=r"^[^\x00]*$")]
PartnerName = Annotated[Line, Field(examples=["KEN"], description="Any name or code.")]
GroupName = Annotated[Line, Field(examples=["AFRICOM"], description="A grouping, or a team's own.")]
IndicatorName = Annotated[Line, Field(examples=["wgi.rule_of_law"], description="Its id.")]
Year = Annotated[int, Field(ge=1900, le=2100)]
Draws = Annotated[int, Field(ge=10, le=10_000, description="Random draws, at most 10,000.")]
Seed = Annotated[int, Field(ge=0, le=SMALL, description="The same seed gives the same answer.")]
Key = Annotated[int, Field(ge=1, le=SMALL)]
Share = Annotated[float, Field(ge=0, le=1)]


def _written_day(given: Any) -> Any:
    """Refuse a number, which would otherwise be taken for seconds since 1970."""
    if isinstance(given, date) or given is None:
        return given
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError):
        msg = "write a day as 2027-03-01"
        raise ValueError(msg) from None


#: A day of the calendar.
Day = Annotated[date, BeforeValidator(_written_day)]
