from comity_web.site.example_parts import ROWS, ExampleForm, example_chart


def test_the_chart_draws_what_is_known_and_lists_what_is_not():
    figure = example_chart()
    assert len(figure.spec["data"]["values"]) == len(ROWS) - 1
    assert figure.table == ROWS


def test_the_form_asks_for_all_but_weight_and_reason():
    assert set(ExampleForm({}).errors) == {"name", "year", "aggregation", "visibility", "agreed"}
