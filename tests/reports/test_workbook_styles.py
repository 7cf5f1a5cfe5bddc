import io

from xlsxwriter import Workbook
from xlsxwriter.color import Color

from comity.reports.workbook_styles import INPUT_YELLOW, Styles


def test_a_format_is_made_once_and_only_input_is_yellow():
    with Workbook(io.BytesIO(), {"in_memory": True}) as book:
        book.add_worksheet()
        styles = Styles(book)
        assert styles.score is styles.score
        names = [n for n in vars(Styles) if not n.startswith("_")]
        wanted = vars(Color(INPUT_YELLOW))
        fills = {n: getattr(styles, n).bg_color for n in names}
        yellow = [n for n, fill in fills.items() if fill is not None and vars(fill) == wanted]
        assert yellow == ["input"]
