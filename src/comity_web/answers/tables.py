"""Rows as CSV, for those who ask with ``format=csv`` or ``Accept: text/csv``."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Schema
from pydantic import Field

from comity.cli.shared_values import as_cell

CSV = "text/csv; charset=utf-8"
#: For ``openapi_extra=`` of an operation whose answer is a table.
AS_TABLE: dict[str, Any] = {
    "responses": {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}
}


class Format(Schema):
    """JSON, or the rows as CSV."""

    format: Literal["json", "csv"] | None = Field(
        None, description="csv gives the rows as a table, as Accept: text/csv does."
    )


def wants_csv(request: HttpRequest, wanted: Format) -> bool:
    """Whether the caller asked for CSV, in the address or else by ``Accept``."""
    if wanted.format is not None:
        return wanted.format == "csv"
    return request.get_preferred_type(["application/json", "text/csv"]) == "text/csv"


def csv_answer(rows: Sequence[Mapping[str, Any]], name: str) -> HttpResponse:
    """Return rows as a CSV file; what is missing is empty, lists are joined by semicolons."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([as_cell(row.get(column)) for column in columns] for row in rows)
    return HttpResponse(
        text.getvalue(),
        content_type=CSV,
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )
