from comity.reports.figure import Figure
from comity_web.site.computed import forget_computed
from comity_web.site.drawing import draw

SPEC = {
    "data": {"values": [{"a": "<b>", "b": 3}]},
    "mark": "bar",
    "encoding": {
        "x": {"field": "a", "type": "nominal"},
        "y": {"field": "b", "type": "quantitative"},
    },
}


def test_a_figure_is_drawn_once_and_its_text_is_escaped():
    forget_computed()
    calls = []

    def make():
        calls.append(1)
        return Figure("Title", "Words", SPEC, [{"a": "<b>", "b": 3}])

    first, second = draw("bars", ("k",), make), draw("bars", ("k",), make)
    assert first is second
    assert calls == [1]
    assert first.svg.startswith("<svg")
    assert "<b>" not in first.svg
    assert "&lt;b&gt;" in first.svg


def test_no_style_stands_in_the_drawing():
    """The security policy of pages lets no style attribute through."""
    svg = draw("bars", ("k2",), lambda: Figure("T", "W", SPEC, [])).svg
    assert "style=" not in svg
    assert "<style" not in svg
