"""Up to five partners side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from comity.terms.partner import Partner
from comity.world.partners import partners
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.assess.scored import scores_of
from comity_web.assess.side_by_side import MOST, side_by_side
from comity_web.assess.theatre_question import read_year
from comity_web.world.evidence import panel


@page(Permission.READ)
def compare(request: HttpRequest) -> HttpResponse:
    """Show the partners of the address; a name to add leads to the address with it."""
    year = read_year(request.GET.get("year") or "")
    chosen = _chosen(request.GET.get("partners") or "")
    name = (request.GET.get("add") or "").strip()
    if name:
        added = list(dict.fromkeys([*chosen, partners().resolve(name)]))
        if len(added) <= MOST:
            return redirect(_address(added, year))
        chosen = added
    refused = len(chosen) > MOST
    shown = chosen[:MOST]
    found = side_by_side(shown, year) if shown else None
    first, last = panel().years
    context = {
        "chosen": [(p, _address([q for q in shown if q != p], year)) for p in shown],
        "codes": ",".join(p.id for p in shown),
        "refused": refused,
        "left_out": chosen[MOST:],
        "most": MOST,
        "full": len(shown) == MOST,
        "found": found,
        "pair_rows": list(zip([p.name for p in shown], found.pairs, strict=True)) if found else [],
        "columns": len(shown) + 2,
        "scores": scores_of(year),
        "year": year,
        "first": first,
        "last": last,
        "book": [p for p in partners() if p.is_member(year)],
    }
    return render(request, "assess/compare.html", context, status=400 if refused else 200)


def _chosen(text: str) -> list[Partner]:
    """Partners by code or name, each once, in the order of the address."""
    names = [name for name in text.split(",") if name.strip()]
    return list(dict.fromkeys(partners().resolve(name.strip()) for name in names))


def _address(chosen: list[Partner], year: int) -> str:
    return f"{reverse('compare')}?partners={','.join(p.id for p in chosen)}&year={year}"
