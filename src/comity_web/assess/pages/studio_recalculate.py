"""What the studio's script asks while somebody moves a weight."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from comity.terms.errors import ComityError
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.assess.studio_answer import answer
from comity_web.assess.studio_settings import StudioSettings
from comity_web.assess.studio_start import settings_of


@page(Permission.READ, methods=("POST",))
def studio_recalculate(request: HttpRequest) -> HttpResponse:
    """Answer the form with ranks and intervals; ``full=1`` lets everything uncertain vary."""
    try:
        _, settings = settings_of(request.user, request.POST)
        found = answer(settings, full=request.POST.get("full") == "1")
    except ComityError as refusal:
        return JsonResponse({"error": str(refusal)}, status=400)
    return JsonResponse({**found.to_dict(), "address": _address(settings)})


def _address(settings: StudioSettings) -> str:
    return f"{reverse('studio')}?{settings.query}"
