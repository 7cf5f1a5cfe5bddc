"""What every page has: banner, version, and the menu that this user can use."""

from typing import Any

from django.http import HttpRequest

from comity.terms.version import VERSION
from comity_web.access.permissions import Permission
from comity_web.access.queries import site_settings
from comity_web.access.rules import can_somewhere
from comity_web.site.menu import menu_for


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Return what the page frame shows."""
    user = getattr(request, "user", None)
    return {
        "banner": site_settings().banner,
        "version": VERSION,
        "menu": menu_for(request),
        "manages_site": user is not None and can_somewhere(user, Permission.MANAGE_SITE),
    }
