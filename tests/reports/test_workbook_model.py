from comity.assess.model import PropensityModel
from comity.assess.model_file import parse_model
from tests.reports.written import sheet_rows


def test_the_hidden_sheet_holds_the_whole_model(scores):
    lines = [row[0] or "" for row in sheet_rows("Model", scores)]
    assert lines[0] == "comity-workbook 1"
    again = PropensityModel(**parse_model("\n".join(lines[1:]), "sheet"))
    assert again == scores.model
