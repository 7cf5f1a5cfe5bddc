"""The calendar of a fiscal year: reports that the law asks for, and notices of what is planned."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comity.authorities.calendar import calendar
from comity.authorities.catalogue import catalogue
from comity.authorities.vocabulary import words
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.plans_asked import (
    FIELDS,
    calendar_query,
    joined,
    plans_asked,
    year_asked,
)
from comity_web.authorities.word_fields import today


@page(Permission.READ)
def law_calendar(request: HttpRequest) -> HttpResponse:
    """Show what is due; a planned activity that is added becomes part of the address."""
    year = year_asked(request.GET)
    plans = [text for text in request.GET.getlist("plan") if text]
    added = joined(request.GET)
    if added or any(name in request.GET for name in FIELDS):
        return redirect(
            f"{request.path}?{calendar_query(year, [*plans, *([added] if added else [])])}"
        )
    found = calendar(year, plans_asked(plans))
    context = {
        "year": year,
        "found": found,
        "dated": [due for due in found if due.when],
        "undated": [due for due in found if not due.when],
        "plans": [(text, calendar_query(year, [p for p in plans if p != text])) for text in plans],
        "query": calendar_query(year, plans),
        "before": calendar_query(year - 1, plans),
        "after": calendar_query(year + 1, plans),
        "today": today(),
        "records": [r for r in catalogue() if r.fit is not None and not r.fit.money_only],
        "activities": words("activity"),
        "recipients": words("recipient"),
    }
    return render(request, "authorities/calendar.html", context)
