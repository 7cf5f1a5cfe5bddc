"""Amounts of the law by date: what held on this day, and on that one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.authorities.dated import all_parameters, parameter, shared_parameters
from comity.authorities.query import parse_day
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.word_fields import today

MOST_DAYS = 12


@page(Permission.READ)
def amounts(request: HttpRequest) -> HttpResponse:
    """Show one parameter on the days that were asked, with its history; else all of today."""
    days = [parse_day(text) for text in request.GET.getlist("day") if text][:MOST_DAYS] or [today()]
    name = request.GET.get("name", "")
    shown = parameter(name).to_dict(days) if name else None
    context = {
        "name": name,
        "days": days,
        "p": shown,
        "answers": [(day, shown["on"][day.isoformat()]) for day in days] if shown else [],
        "shared": shared_parameters(),
        "rows": [
            (item, value, value.certainty_on(days[0]) if value else None)
            for item in all_parameters().values()
            for value in (item.get(days[0]),)
        ],
    }
    return render(request, "authorities/amounts.html", context)
