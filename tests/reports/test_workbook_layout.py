from comity.reports.workbook_layout import Layout, block, cell


def test_references_point_where_the_sheets_write():
    layout = Layout(partners=30, parents=(0, 0, 1, 1, 1), constructs=2)
    assert layout.last_row == 35
    assert layout.members(1) == (2, 4)
    assert layout.reference("sign", 2) == "Reference!E$7"
    assert layout.sample(0, 25) == "Reference!C$14:C$38"
    assert layout.sample(0, 0) == "Reference!C$14:C$14"
    assert layout.construct_weight_row(1) == 6
    assert layout.indicator_weight_row(0) == 8  # after a row that opens the indicators
    assert layout.coverage_column(0) == layout.construct_column(1) + 1
    assert layout.export_column == layout.coverage_column(1) + 1


def test_locks():
    assert cell(6, 2) == "C7"
    assert cell(6, 2, lock="row") == "C$7"
    assert block((0, 0), (1, 1), lock="both") == "$A$1:$B$2"
