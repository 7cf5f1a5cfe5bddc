"""The board as a table for other programs."""

import csv
import io

from django.http import Http404, HttpRequest, HttpResponse

from comity.reports.workbook import workbook_bytes
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.assess.board_answer import Board, board
from comity_web.assess.board_question import read_board
from comity_web.assess.cells import plain_cell

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COLUMNS = (
    *("partner", "name", "label", "certainty", "gap", "flagged", "priority", "priority_rank"),
    *("propensity_rank", "funding", "funding_rank", "expected_rank", "expected_funding"),
)


@page(Permission.READ)
def board_export(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand out what the address asks for: all partners compared, as CSV or as a workbook."""
    question = read_board(request.user, request.GET)
    shown = board(question, request.user)
    name = "-".join(filter(None, ("board", question.group, str(question.year))))
    if kind == "csv":
        response = HttpResponse(_csv(shown), content_type="text/csv; charset=utf-8")
    elif kind == "xlsx":
        content = workbook_bytes(shown.scores, shown.intervals, shown.matches)
        response = HttpResponse(content, content_type=_XLSX)
    else:
        raise Http404(f"There is no download {kind!r}; there are csv and xlsx.")
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


def _csv(shown: Board) -> bytes:
    """Every partner compared, with whose priority it has and where the figures come from."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*_COLUMNS, "priority_from", "recipe", "data", "about"])
    recipe, data = shown.matches.provenance.recipe, shown.matches.provenance.data
    about = " ".join(shown.about)
    for row in shown.matches.rows():
        own = shown.priorities.own.get(row["partner"])
        whose = f"set for {own.scope.title}" if own else "illustrative"
        cells = [plain_cell(row[name]) for name in _COLUMNS]
        writer.writerow([*cells, whose, recipe, data, plain_cell(about)])
    return text.getvalue().encode("utf-8-sig")
