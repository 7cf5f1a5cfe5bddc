"""Downloads: the whole panel, one indicator or one partner."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.site.computed import computed
from comity_web.world.downloads import (
    KINDS,
    Part,
    check_kind,
    csv_chunks,
    json_chunks,
    one_indicator,
    one_partner,
    parquet_bytes,
    whole_panel,
)
from comity_web.world.evidence import panel


@page(Permission.READ)
def panel_download(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Send every figure."""
    return _send(request, whole_panel(), check_kind(kind))


@page(Permission.READ)
def indicator_download(request: HttpRequest, name: str, kind: str) -> HttpResponseBase:
    """Send one indicator."""
    return _send(request, one_indicator(name), check_kind(kind))


@page(Permission.READ)
def partner_download(request: HttpRequest, code: str, kind: str) -> HttpResponseBase:
    """Send one partner."""
    return _send(request, one_partner(code), check_kind(kind))


def _send(request: HttpRequest, part: Part, kind: str) -> HttpResponseBase:
    etag = f'W/"{part.name}-{panel().edition}-{kind}"'
    if etag in request.headers.get("If-None-Match", ""):
        return HttpResponseNotModified(headers={"ETag": etag})
    chunks = {"csv": csv_chunks, "json": json_chunks}
    if kind in chunks:
        sent: HttpResponseBase = StreamingHttpResponse(chunks[kind](part))
    else:
        key = ("parquet", panel().edition, part.name)
        sent = HttpResponse(computed(key, lambda: parquet_bytes(part)))
    sent["Content-Type"] = KINDS[kind]
    sent["Content-Disposition"] = f'attachment; filename="{part.file_name}.{kind}"'
    sent["ETag"] = etag
    sent["Cache-Control"] = "private, no-cache"
    sent["Link"] = f'<{reverse("attribution")}>; rel="license"'
    return sent
