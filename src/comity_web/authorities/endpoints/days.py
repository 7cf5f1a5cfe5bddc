"""The day for which the law is asked."""

from datetime import date
from typing import Annotated

from pydantic import Field

from comity_web.answers.values import Day as AnyDay

#: A day on which the catalogue can be asked; the Foreign Assistance Act is its oldest law.
Day = Annotated[AnyDay, Field(ge=date(1961, 9, 4), le=date(2100, 12, 31))]


def day_or_today(day: date | None) -> date:
    """Return the day that was asked for, or today."""
    return day or date.today()
