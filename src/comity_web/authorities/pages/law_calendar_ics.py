"""The calendar of a fiscal year as a file for calendar programs."""

from django.http import HttpRequest, HttpResponse

from comity.authorities.calendar import calendar
from comity.reports.authorities_ics import due_ics
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.plans_asked import plans_asked, year_asked


@page(Permission.READ)
def law_calendar_ics(request: HttpRequest) -> HttpResponse:
    """Hand out the dated entries for a calendar program."""
    year = year_asked(request.GET)
    text = due_ics(calendar(year, plans_asked(request.GET.getlist("plan"))))
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="law-fy{year}.ics"'
    return response
