from html.parser import HTMLParser

import numpy as np

from comity.reports.coverage_page import coverage_page


def page(title="Coverage"):
    return coverage_page(
        title,
        [{"indicator": "a.b", "known": 2, "median_age": None}],
        indicators=["a.b"],
        years=[2019, 2020],
        shares=np.array([[0.0, 0.756]]),
        note="Two partners.",
    )


def test_table_and_map_say_the_same_in_words():
    text = page()
    assert '<th scope="row">a.b</th><td></td>' in text
    assert ">76</td>" in text
    assert "<td>-</td>" in text


def test_names_cannot_become_markup():
    assert "<script>" not in page("<script>alert(1)</script>")


def test_page_asks_no_network_and_closes_what_it_opens():
    class Watch(HTMLParser):
        depth, links = 0, 0

        def handle_starttag(self, tag, attrs):
            self.depth += tag != "meta"
            self.links += any(name in ("src", "href") for name, _ in attrs)

        def handle_endtag(self, tag):  # noqa: ARG002 (its signature)
            self.depth -= 1

    watch = Watch()
    watch.feed(page())
    assert (watch.depth, watch.links) == (0, 0)
