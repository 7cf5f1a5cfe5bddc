"""Downloads of the finder's answer."""

from django.http import Http404, HttpRequest, HttpResponse

from comity.terms.errors import InputError
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.finder_export import EXPORTS, exported
from comity_web.authorities.question_form import QuestionForm


@page(Permission.READ)
def finder_export(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand out the answer to the question of the address, every authority in it."""
    if kind not in EXPORTS:
        raise Http404(f"There is no download {kind!r}; there are {', '.join(EXPORTS)}.")
    form = QuestionForm(request.GET)
    if not form.asked:
        raise InputError("Say what to do: the address needs an activity, such as activity=train.")
    if not form.is_valid():
        raise InputError(" ".join(form.refusals))
    response = HttpResponse(exported(form.needs, kind), content_type=EXPORTS[kind].media_type)
    response["Content-Disposition"] = f'attachment; filename="authorities-{form.first.on}.{kind}"'
    return response
