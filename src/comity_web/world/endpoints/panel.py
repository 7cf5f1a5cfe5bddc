"""The whole panel as one file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.tags import unchanged
from comity_web.world.evidence import panel
from comity_web.world.panel_file import Kind, panel_file

router = Router()
KINDS = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "json": "application/x-ndjson",
}
_BYTES = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in KINDS.values()}


class PanelFormat(Schema):
    """Kind of file."""

    format: Kind = Field("csv", description="json is one object on each line.")


@router.get(
    "/panel",
    auth=Needs(Permission.READ),
    summary="Download the whole panel",
    openapi_extra={"responses": {200: {"content": _BYTES}}},
)
def download_panel(request: HttpRequest, form: Query[PanelFormat]) -> Any:
    """Return every value with its source, vintage and licence, as CSV, Parquet or lines of JSON."""
    tag = f'"{panel().edition}-{form.format}"'
    if unchanged(request, tag):
        return HttpResponse(headers={"ETag": tag})  # goes out as 304
    path = panel_file(form.format)
    return StreamingHttpResponse(
        _chunks(path),
        content_type=KINDS[form.format],
        headers={
            "Content-Disposition": f'attachment; filename="{path.name}"',
            "Content-Length": str(path.stat().st_size),
            "ETag": tag,
        },
    )


def _chunks(path: Path) -> Iterator[bytes]:
    """Opened only when somebody reads, and closed however they stop."""
    with path.open("rb") as file:
        while part := file.read(65536):
            yield part
