import base64
import hashlib
import re

from comity.authorities.catalogue import catalogue
from comity.reports.authorities_document import (
    card,
    ceilings,
    document,
    facet,
    mission,
    one,
    style_of,
)
from comity.terms.authority import Certainty


def test_only_our_own_script_may_run():
    html = document("authorities_page.html", records=[], facets=[])
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1]
    script = re.search(r"<script>(.*)</script>", html, re.DOTALL)[1]
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{allowed}'" in policy.replace("&#39;", "'")
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy


def test_a_facet_counts_every_value_of_a_card():
    cards = [{"activity": "train|equip"}, {"activity": "train"}, {"activity": ""}]
    choices = facet("activity", "Activity", cards)["choices"]
    assert choices == [{"value": "train", "count": 2}, {"value": "equip", "count": 1}]


def test_a_card_is_found_by_its_words_and_links_only_to_web_pages():
    found = card(catalogue()["T10-333"])
    assert "10 usc 333" in found["text"]
    assert all(s["link"] == s["address"].startswith("https://") for s in found["sources"])


def test_small_words():
    assert (one(""), one("n/a"), one("x")) == ([], [], ["x"])
    assert style_of(Certainty("partly verified")) == "partly-verified"
    assert ceilings(catalogue()["T10-345"])[0].startswith("USD 35,000,000 per fiscal year")
    assert mission(catalogue()["T10-127e"]) == ["Chief of Mission: concurrence"]
