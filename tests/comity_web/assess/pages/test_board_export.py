import csv
import io

from openpyxl import load_workbook

from comity_web.access.scope import Scope
from comity_web.assess.matched import matched
from tests.comity_web.assess.scenes import make_priority


def test_the_table_holds_all_partners_and_whose_priority_each_has(people, signed_in):
    make_priority(people["pablo"], "KEN", 90.0, holder=Scope("command", "AFRICOM"))
    answer = signed_in("vera").get("/board/export/csv/?group=AFRICOM&label=review")
    assert 'filename="board-AFRICOM-2022.csv"' in answer["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    expected = matched(2022, "AFRICOM").matches
    assert {r["partner"]: r["label"] for r in rows} == dict(
        zip(expected.partners, expected.label, strict=True)
    )
    whose = {r["partner"]: r["priority_from"] for r in rows}
    assert whose.pop("KEN") == "set for AFRICOM"
    assert set(whose.values()) == {"illustrative"}
    assert "Funding:" in rows[0]["about"]


def test_the_workbook_has_the_matching(signed_in):
    answer = signed_in("vera").get("/board/export/xlsx/?group=AFRICOM")
    book = load_workbook(io.BytesIO(answer.content), read_only=True)
    assert {"Scores", "Matching", "Sources"} <= set(book.sheetnames)
    book.close()


def test_an_unknown_kind_is_not_there(signed_in):
    assert signed_in("vera").get("/board/export/pdf/").status_code == 404
