import re
from html.parser import HTMLParser

from comity.reports.evaluation_blocks import evaluation_document
from comity.reports.evaluation_html import html_document
from tests.evaluate.records import DAY, example


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.opened, self.stack = [], []

    def handle_starttag(self, tag, attrs):
        self.opened.append((tag, dict(attrs)))
        if tag not in {"meta", "col"}:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag


def drawn(**changes):
    return html_document(evaluation_document(example(**changes), DAY))


def test_one_file_that_needs_nothing_from_outside():
    page = drawn()
    tags = Tags()
    tags.feed(page)
    assert tags.stack == []
    assert not {tag for tag, _ in tags.opened} & {"script", "link", "img", "iframe"}
    assert not re.search(r"https?://|url\(|@import", page)


def test_headings_tables_and_language_are_real():
    tags = Tags()
    tags.feed(drawn())
    names = [tag for tag, _ in tags.opened]
    assert ("html", {"lang": "en"}) in tags.opened
    assert names.count("h1") == 1
    assert names.count("h2") == 11
    assert all(attrs.get("scope") == "col" for tag, attrs in tags.opened if tag == "th")


def test_texts_are_escaped():
    page = drawn(title="<script>alert(1)</script> & more")
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page
