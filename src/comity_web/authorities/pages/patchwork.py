"""The patchwork: which authorities serve the same activity, mission or partner."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.authorities.patchwork import OverlapMatrix, overlap
from comity.authorities.serving import AXES
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.day_asked import day_asked
from comity_web.authorities.matrix import matrix
from comity_web.authorities.narrowed import narrowed, partners_asked
from comity_web.site.computed import computed

_SAID = ("on", "rows", "columns", "activity", "purpose", "recipient", "partner", "among")


@page(Permission.READ)
def patchwork(request: HttpRequest) -> HttpResponse:
    """Show the overlap matrix, and the authorities of the cell that is open."""
    data = request.GET
    on = day_asked(data)
    rows, columns = data.get("rows") or "activity", data.get("columns") or "purpose"
    limits = narrowed(data, on)
    among = partners_asked(data, on) if "partner" in (rows, columns) else None
    said = [(k, v) for k in _SAID for v in data.getlist(k) if v]
    found = computed(
        ("overlap", on, *said),
        lambda: overlap(on, rows=rows, columns=columns, only=limits.only, partners=among),
    )
    context = {
        "on": on,
        "rows": rows,
        "columns": columns,
        "axes": AXES,
        "limits": limits,
        "among": "; ".join(v for v in data.getlist("among") if v),
        "matrix": matrix(found, said, data.get("cell", "")),
        "empty": sum(not cell.sure for cell in found.cells),
        "bare": sum(not cell.sure and not cell.unsure for cell in found.cells),
        "total": len(found.cells),
        "fullest": fullest(found),
    }
    return render(request, "authorities/patchwork.html", context)


def fullest(found: OverlapMatrix) -> str:
    """Name the cell that most authorities serve."""
    cell = max(found.cells, key=lambda c: (c.count, len(c.unsure)), default=None)
    if cell is None or not cell.count:
        return "no cell is served surely"
    return f"most stand at {cell.row} and {cell.column}: {cell.count}"
