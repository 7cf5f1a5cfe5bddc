"""Who published the figures, in which edition, under which terms."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from comity.reports.source_notes import licence_words
from comity.world.deriving import derived_topics
from comity.world.source import all_sources
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.world.catalogue import catalogue
from comity_web.world.evidence import manifest, panel


@page(Permission.READ)
def sources(request: HttpRequest) -> HttpResponse:
    """Show the sources of the panel, and those that can be brought."""
    held = {record.id for record in manifest().sources}
    records = [(r, licence_words(r.licence)) for r in manifest().sources]
    bring = [(s, licence_words(s.licence)) for s in all_sources().values() if s.id not in held]
    context = {"records": records, "bring": bring, "edition": panel().edition}
    return render(request, "world/sources.html", context)


@page(Permission.READ)
def source(request: HttpRequest, name: str) -> HttpResponse:
    """Show one source: citation, licence, files that were read, and its indicators."""
    record = next((r for r in manifest().sources if r.id == name), None)
    described = {**derived_topics(), **all_sources()}.get(name)
    if record is None and described is None:
        raise Http404(f"There is no source called {name!r}; the page of sources lists them all.")
    context = {
        "name": name,
        "record": record,
        "described": described,
        "about": record or described,
        "licence": licence_words((record or described).licence),  # type: ignore[union-attr]
        "lines": [line for line in catalogue() if line.about.source == name],
    }
    return render(request, "world/source.html", context)
