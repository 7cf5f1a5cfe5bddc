"""Mechanisms: authority, money, program and process as one chain, with the broken link shown."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from comity.authorities.catalogue import catalogue
from comity.authorities.programs import accounts, programs
from comity.cli.shared_question import in_a_sentence
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.chains import chains, in_numbers
from comity_web.authorities.day_asked import number_asked
from comity_web.authorities.money_asked import joined, money_asked
from comity_web.authorities.question_form import QuestionForm, example_day, settled

OTHERS = ("authority", "program", "lead_days", "money")
LONGEST_LEAD = 3650


@page(Permission.READ)
def mechanisms(request: HttpRequest) -> HttpResponse:
    """Build the chains; what the form's fields say of money becomes part of the address."""
    data = request.GET.copy()
    if (entered := joined(data)) is not None:
        data.appendlist("money", entered)
    form = QuestionForm(data)
    ready = form.asked and form.is_valid()
    if ready and (query := settled(data, form, OTHERS)) is not None:
        return redirect(f"{request.path}?{query}")
    context = {
        "form": form,
        "authority": data.get("authority", ""),
        "records": [record for record in catalogue() if record.fit is not None],
        "program": data.get("program", ""),
        "programs": programs(),
        "accounts": accounts(),
        "lead_days": data.get("lead_days", ""),
        "money": [text for text in data.getlist("money") if text],
        "example_day": example_day(),
    }
    if ready:
        context |= _chains(data, form)
    return render(request, "authorities/mechanisms.html", context)


def _chains(data: QueryDict, form: QuestionForm) -> dict[str, Any]:
    lead = number_asked(data, "lead_days", 0, least=0, most=LONGEST_LEAD)
    found = chains(
        form.needs,
        authority=data.get("authority", ""),
        program=data.get("program", ""),
        money=money_asked(data.getlist("money")),
        lead_days=lead if data.get("lead_days") else None,
    )
    return {
        "question": "; ".join(in_a_sentence(need) for need in form.needs),
        "chains": found,
        "told": in_numbers(found),
    }
