import re
from html.parser import HTMLParser

import pytest

from comity.authorities.catalogue import catalogue
from comity.reports.authorities_page import page
from tests.conftest import ROOT


class Reader(HTMLParser):
    """Collects what the tests look at, and refuses unbalanced tags."""

    VOID = frozenset({"meta", "input", "br", "link", "img", "hr"})

    def __init__(self):
        super().__init__()
        self.open, self.articles, self.fetched, self.labels, self.fields = [], [], [], set(), set()

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "article":
            self.articles.append(found)
        if found.get("src") or tag == "link":
            self.fetched.append(found)
        if tag == "label":
            self.labels.add(found["for"])
        if tag in {"input", "select"}:
            self.fields.add(found["id"])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def html():
    return page(catalogue())


@pytest.fixture(scope="module")
def read(html):
    reader = Reader()
    reader.feed(html)
    assert reader.open == []
    return reader


def test_every_record_is_a_card_with_what_the_filters_ask(read):
    assert len(read.articles) == len(catalogue())
    for card in read.articles:
        record = catalogue()[card["id"]]
        assert card["data-certainty"] == record.certainty.value
        assert card["data-title"] == record.title
    assert read.articles[0]["id"] == "T10-301"  # as a planner looks: chapter 16 first


def test_it_carries_the_banner_the_disclaimer_and_a_badge_for_every_record(html):
    assert html.count("UNCLASSIFIED") == 2
    assert "Planning aid, not legal advice." in html
    assert len(re.findall(r'class="badge ', html)) == len(catalogue())
    assert "verified: 101 (46.1%)" in html


def test_it_needs_no_network(html, read):
    assert read.fetched == []
    assert "@import" not in html
    assert "url(" not in html
    assert "fetch(" not in html


def test_every_field_of_the_form_has_a_label(read):
    assert read.fields == read.labels
    assert {"title", "category", "activity", "standing", "certainty"} <= read.fields


def test_dark_and_print_are_served(html):
    assert "prefers-color-scheme: dark" in html
    assert "@media print" in html
    assert 'role="status"' in html


def test_values_of_the_day_stand_in_the_text(html):
    assert "{@" not in html
    assert "above USD 3,000,000 a year" in html


def test_our_own_script_is_short():
    script = ROOT / "src/comity/reports/templates/authorities_page.js"
    assert len(script.read_text("utf-8").splitlines()) < 150
