"""Coverage: for which years each indicator is known, and for how many partners."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.site.computed import computed
from comity_web.world.coverage_map import coverage_map
from comity_web.world.evidence import manifest, panel
from comity_web.world.groups import chosen_group, families


@page(Permission.READ)
def coverage(request: HttpRequest) -> HttpResponse:
    """Show indicators by years, darker the more is known, with the figure in each cell."""
    name, source = request.GET.get("group") or "", request.GET.get("source") or ""
    chosen = chosen_group(name) if name else None
    group = chosen.name if chosen else None
    found = coverage_map(group)
    rows = [r for r in found.rows if source in ("", panel().catalogue[r.indicator].source)]
    key = ("coverage table", panel().edition, group, chosen, source)
    table = computed(
        key,
        lambda: render_to_string("world/coverage_table.html", {"years": found.years, "rows": rows}),
    )
    context = {
        "chosen": chosen,
        "source": source,
        "count": found.count,
        "table": table,
        "families": families(),
        "sources": manifest().sources,
        "edition": panel().edition,
    }
    return render(request, "world/coverage.html", context)
