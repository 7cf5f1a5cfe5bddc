"""The finder: what a planner wants to do, and which authorities allow it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comity.authorities.answer_listing import DEFINITIONS, answer_listing
from comity.authorities.catalogue import catalogue
from comity.authorities.finder import find
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.answer_cards import brief, groups
from comity_web.authorities.facet_links import chosen_facets, facet_lines
from comity_web.authorities.finder_export import EXPORTS
from comity_web.authorities.package_answer import package_answer
from comity_web.authorities.question_form import QuestionForm, example_day, settled


@page(Permission.READ)
def finder(request: HttpRequest) -> HttpResponse:
    """Ask, and show every authority's answer with its reason."""
    form = QuestionForm(request.GET)
    ready = form.asked and form.is_valid()
    if ready and (query := settled(request.GET, form, DEFINITIONS)) is not None:
        return redirect(f"{request.path}?{query}")
    context: dict[str, Any] = {"form": form, "exports": EXPORTS, "example_day": example_day()}
    if not ready:
        context["shares"] = catalogue().certainty_shares()
    elif len(form.needs) > 1:
        package = package_answer(form.needs)
        parts = [(brief(answer), form.query_of(answer.query)) for answer in package.answers]
        bare = [part for part, _ in parts if part.query in package.found.uncovered]
        context |= {"package": package, "parts": parts, "bare": bare}
    else:
        context |= _single(request, form)
    return render(request, "authorities/finder.html", context)


def _single(request: HttpRequest, form: QuestionForm) -> dict[str, Any]:
    chosen = chosen_facets(request.GET, DEFINITIONS)
    listing = answer_listing(find(form.first), chosen)
    parameters = [*form.parameters, *((k, v) for k, values in chosen.items() for v in values)]
    return {
        "answer": brief(listing.answer),
        "day": form.first.on.isoformat(),
        "shown": len(listing.judgements),
        "groups": groups(listing),
        "facets": facet_lines(listing.facets, parameters),
        "chosen": chosen,
    }
