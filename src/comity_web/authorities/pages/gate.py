"""One gate as a form: pass, fail or not known, with the reasons and the citations."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comity.authorities.gates.registry import gate as named_gate
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.gate_form import GateForm


@page(Permission.READ)
def gate(request: HttpRequest, name: str) -> HttpResponse:
    """Show the form, and the answer where facts were entered; empty fields leave the address."""
    chosen = named_gate(name)
    form = GateForm(chosen, request.GET)
    if form.is_bound and form.is_valid():
        kept = request.GET.copy()
        for field, values in request.GET.lists():
            if field not in form.fields or not any(values):
                kept.pop(field)
        if kept != request.GET:
            return redirect(f"{request.path}?{kept.urlencode()}")
    result = form.result
    clocks = [(clock, clock.late_on(result.on)) for clock in result.clocks] if result else []
    context = {"gate": chosen, "form": form, "result": result, "clocks": clocks}
    return render(request, "authorities/gate.html", context)
