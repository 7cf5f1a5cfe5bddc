"""One partner: why it scores as it does, money, training, alliances, and what is not known."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comity.terms.errors import UnknownName
from comity.world.partners import partners
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.assess.partner_page import partner_body
from comity_web.assess.theatre_question import read_year
from comity_web.world.evidence import panel
from comity_web.world.partner_series import DOLLARS


@page(Permission.READ)
def partner(request: HttpRequest, code: str) -> HttpResponse:
    """Show everything known about a partner; any other name of it leads to its code."""
    found = partners().resolve(code)
    if code != found.id:
        return redirect("partner", found.id)
    year = read_year(request.GET.get("year") or "")
    dollars = request.GET.get("dollars") or "constant"
    if dollars not in DOLLARS:
        raise UnknownName("kind of dollars", dollars, DOLLARS)
    first, last = panel().years
    context = {
        "partner": found,
        "year": year,
        "dollars": dollars,
        "body": partner_body(found, year, dollars),
        "first": first,
        "last": last,
    }
    return render(request, "assess/partner.html", context)
