import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from comity.reports.brief import brief_html

VOID = {"meta", "input", "br", "link", "img", "hr"}


class Page(HTMLParser):
    """Collects ids, links and everything that could ask a network; checks that tags close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.inner: list[str] = []
        self.asks: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and (given.get("href") or "").startswith("#"):
            self.inner.append(given["href"][1:])
        elif tag in {"link", "img", "iframe", "object", "embed", "base"} or "src" in given:
            self.asks.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def html(scores, intervals, matches) -> str:
    return brief_html(
        scores, intervals, matches, about=("Priority: ILLUSTRATIVE.",), funding_unit="US$ a year"
    )


def test_it_asks_no_network_for_anything(html):
    page = Page(html)
    assert page.asks == []
    assert not re.search(r"@import|url\((?!#)", html)
    assert "default-src 'none'" in html
    digest = b64encode(
        sha256(re.search(r"<script>(.*)</script>", html, re.DOTALL)[1].encode()).digest()
    )
    assert f"script-src 'sha256-{digest.decode()}'" in html


def test_tags_close_ids_are_unique_and_links_lead_somewhere(html):
    page = Page(html)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert set(page.inner) <= set(page.ids)


def test_every_part_is_there(html, scores):
    for needed in (
        "UNCLASSIFIED",
        "not a forecast",
        "Comity default",
        "ILLUSTRATIVE",
        "US$ a year",
    ):
        assert needed in html
    page = Page(html)
    parts = {"answer", "map", "scatter", "mismatches", "ranking", "partners", "method", "sources"}
    assert parts <= set(page.ids)
    assert {f"p-{p}" for p in scores.partners} <= set(page.ids)


def test_names_cannot_become_markup(scores, intervals):
    evil = "<script>alert(1)</script>"
    names = (evil, *scores.names[1:])
    html = brief_html(replace(scores, names=names), intervals)
    assert evil not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "&lt;of the test&gt;" in html


@pytest.mark.slow
def test_without_draws_and_funding(scores):
    page = Page(brief_html(scores, title="A heading"))
    assert "scatter" not in page.ids
    assert page.open == []
    html = brief_html(scores, title="A heading")
    assert "<h1>A heading</h1>" in html
    assert "ranks stand without intervals" in html
    assert "No priority and funding were given" in html


def test_the_script_is_small():
    script = files("comity.reports").joinpath("templates", "brief.js").read_text("utf-8")
    assert len(script.splitlines()) < 150


def test_words_of_the_first_screen(html, snapshot):
    answer = re.search(r'<section id="answer".*?</section>', html, re.DOTALL)[0]
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer)).strip()
    assert words == snapshot
