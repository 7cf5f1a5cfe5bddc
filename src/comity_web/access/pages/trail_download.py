"""The trail as a file, with the same filters as its page."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, StreamingHttpResponse

from comity_web.access.guard import SIGNED_IN, page, somebody
from comity_web.access.trail_search import COLUMNS, TrailForm, kinds_for, matching, told

_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


class _Line:
    """Hands back each line that the CSV writer writes."""

    def write(self, text: str) -> str:
        return text


@page(SIGNED_IN)
def trail_download(request: HttpRequest, form: str) -> StreamingHttpResponse:
    """Send the lines that were asked for, a piece at a time."""
    if form not in _TYPES:
        raise Http404(f"The trail comes as {' or '.join(_TYPES)}, not as {form!r}.")
    reader = somebody(request)
    filters = TrailForm(request.GET or None, kinds=kinds_for(reader))
    asked = filters.cleaned_data if filters.is_bound and filters.is_valid() else {}
    lines = told(matching(reader, asked))
    response = StreamingHttpResponse(
        _as_csv(lines) if form == "csv" else _as_json(lines), content_type=_TYPES[form]
    )
    response["Content-Disposition"] = f'attachment; filename="comity-trail.{form}"'
    return response


def _as_csv(lines: Iterator[dict[str, Any]]) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield writer.writerow(COLUMNS)
    for line in lines:
        cells = [line[name] for name in COLUMNS]
        yield writer.writerow(
            [_harmless(json.dumps(c) if isinstance(c, dict) else c) for c in cells]
        )


def _as_json(lines: Iterator[dict[str, Any]]) -> Iterator[str]:
    before = "[\n"
    for line in lines:
        yield before + json.dumps(line)
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"


def _harmless(text: str) -> str:
    """Keep a spreadsheet from running what somebody typed as a name or reason."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
