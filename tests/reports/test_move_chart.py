from comity.assess.comparison import compare
from comity.reports.move_chart import move_chart
from tests.reports.chart_checks import check
from tests.reports.small_world import PARTNERS, small_model, small_panel, small_scores


def comparison():
    model = small_model().with_weights({small_model().constructs[0].id: 5.0})
    return compare(small_scores(), model.score(small_panel(), year=2022, partners=PARTNERS))


def test_spec(snapshot):
    assert check(move_chart(comparison(), top=6)) == snapshot


def test_the_widest_moves_come_first_and_are_in_its_words():
    found = comparison()
    figure = move_chart(found, top=6)
    assert [row["moved"] for row in figure.table] == [m.moved for m in found.moves[:6]]
    assert all(row["before"] - row["after"] == row["moved"] for row in figure.table)
    assert f"{found.correlation:.3f}" in figure.summary


def test_nobody_moves():
    figure = move_chart(compare(small_scores(), small_scores()))
    assert figure.table == []
    assert "0 of" in figure.summary
