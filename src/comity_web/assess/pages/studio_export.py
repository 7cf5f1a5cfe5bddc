"""Downloads of the studio's settings."""

from django.http import Http404, HttpRequest, HttpResponse

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.assess.studio_export import EXPORTS, exported, file_name
from comity_web.assess.studio_start import settings_of


@page(Permission.READ)
def studio_export(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand out the settings of the address as a file."""
    if kind not in EXPORTS:
        raise Http404(f"There is no download {kind!r}; there are {', '.join(EXPORTS)}.")
    _, settings = settings_of(request.user, request.GET)
    response = HttpResponse(exported(settings, kind), content_type=EXPORTS[kind].media_type)
    response["Content-Disposition"] = f'attachment; filename="{file_name(settings, kind)}"'
    return response
