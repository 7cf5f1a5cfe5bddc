from comity.reports.tornado_chart import tornado_chart
from tests.reports.chart_checks import check


def test_spec(scores, snapshot):
    assert check(tornado_chart(scores.tornado("KEN"), top=5)) == snapshot


def test_names_replace_ids_and_the_widest_comes_first(scores):
    tornado = scores.tornado("KEN")
    figure = tornado_chart(tornado, top=3, titles={tornado.bars[0].what: "A name"})
    assert figure.table[0]["weight"] == "A name"
    assert len(figure.table) == 3
    assert all(row["best"] <= row["worst"] for row in figure.table)
