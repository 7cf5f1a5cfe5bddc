import pytest
from django.template import Context, Template

from comity.reports.figure import Figure
from comity.terms.provenance import Provenance
from comity_web.site.drawing import Drawn
from comity_web.site.templatetags.comity import dash, dollars, get, number, percent, signed

NOTHING = [None, float("nan"), ""]


def render(text, **context):
    return Template(text).render(Context(context))


@pytest.mark.parametrize("value", NOTHING)
@pytest.mark.parametrize("write", [number, signed, percent, dollars, dash])
def test_missing_is_a_dash_in_every_filter(write, value):
    assert write(value) == "–"


@pytest.mark.parametrize("write", [number, signed, percent, dollars])
def test_zero_is_not_missing(write):
    assert write(0) != "–"


def test_numbers_have_separators_and_the_places_asked_for():
    assert (number(1234.56), number(1234.56, 0)) == ("1,234.6", "1,235")


def test_a_difference_has_its_sign_and_none_has_none():
    assert [signed(x) for x in (3.14, -3.14, 0.01, -0.01)] == ["+3.1", "−3.1", "0.0", "0.0"]


def test_a_share_is_a_percentage():
    assert (percent(0.425), percent(0.425, 1)) == ("42%", "42.5%")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1_240_000_000, "$1.24bn"),
        (310_000, "$310k"),
        (999_999, "$1m"),
        (-5_000_000, "−$5m"),
        (42, "$42"),
        (0, "$0"),
        (2.5e12, "$2.5tn"),
    ],
)
def test_dollars_are_short(value, shown):
    assert dollars(value) == shown


def test_a_key_is_looked_up_and_a_text_has_none():
    assert (get({"a": 1}, "a"), get({"a": 1}, "b"), get("text", "a")) == (1, None, None)


def test_a_figure_shows_drawing_words_and_numbers():
    figure = Figure("Scores", "Alba <first>", {}, [{"partner": "Alba", "score": None}])
    shown = render("{% figure drawn level=3 %}", drawn=Drawn("scores", figure, "<svg></svg>"))
    assert "<h3>Scores</h3>" in shown
    assert "Alba &lt;first&gt;" in shown
    assert 'role="img" aria-label="Scores"' in shown
    assert '<th scope="row">Alba</th><td>–</td>' in shown


def test_a_figure_without_numbers_offers_none():
    drawn = Drawn("empty", Figure("Nothing", "", {}, []), "<svg></svg>")
    shown = render("{% figure drawn %}", drawn=drawn)
    assert "The numbers" not in shown
    assert 'data-figure="csv"' not in shown


def test_a_table_sorts_by_the_true_value():
    shown = render('{% table rows "scores" caption="Scores" %}', rows=[{"p": "A", "score": 71.426}])
    assert '<td class="num" data-value="71.426">71.43</td>' in shown
    assert 'data-export="scores"' in shown
    assert "<caption>Scores</caption>" in shown


def test_a_source_names_recipe_edition_and_what_was_left_out():
    about = Provenance("comity-default 3f2a", "e51c", dropped=("Dorne lacks two constructs.",))
    publisher = {"publisher": "An office", "title": "A yearbook", "vintage": "2024"}
    shown = render("{% source about sources %}", about=about, sources=[publisher])
    for part in ("comity-default 3f2a", "e51c", "Dorne lacks", "An office", "A yearbook", "2024"):
        assert part in shown
