"""One authority: everything that is known of it on a day, and how to correct it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from comity.authorities.catalogue import catalogue
from comity.authorities.record_view import described
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.day_asked import day_asked
from comity_web.authorities.readings import GATES_OF, readings


@page(Permission.READ)
def record(request: HttpRequest, authority: str) -> HttpResponse:
    """Show a record; a citation or section leads to its id."""
    settled = catalogue()[authority].id
    if settled != authority:
        query = request.GET.urlencode()
        address = reverse("authority", args=[settled])
        return redirect(f"{address}?{query}" if query else address)
    on = day_asked(request.GET)
    found = described(authority, on)
    context = {
        "found": found,
        "on": on,
        "readings": readings(found),
        "amounts": [(p, p["on"][on.isoformat()]) for p in found["parameters"]],
        "gates_of": GATES_OF.get(authority, ()),
    }
    return render(request, "authorities/record.html", context)
