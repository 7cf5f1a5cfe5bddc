"""Kinds of value that calls take, each with its bounds."""

from typing import Annotated

from pydantic import Field

#: The largest whole number that every database takes.
SMALL = 2**31 - 1

# One character is excluded because PostgreSQL cannot hold it.
Line = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]
Text = Annotated[str, Field(max_length=20_000, pattern=r"^[^\x00]*$")]
Year = Annotated[int, Field(ge=1900, le=2100)]
Draws = Annotated[int, Field(ge=10, le=10_000, description="Random draws, at most 10,000.")]
Seed = Annotated[int, Field(ge=0, le=SMALL, description="The same seed gives the same answer.")]
Key = Annotated[int, Field(ge=1, le=SMALL)]
Share = Annotated[float, Field(ge=0, le=1)]
