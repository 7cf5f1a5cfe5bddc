"""What all pages about the law have in common."""

import re

import pytest

from comity_web.authorities.urls import urlpatterns
from tests.comity_web.authorities.asked import KENYA, NOTHING, PACKAGE

ADDRESSES = (
    "",
    f"?{KENYA}",
    f"?{PACKAGE}",
    f"?{NOTHING}",
    "records/?on=2027-03-01",
    "records/T10-333/?on=2027-03-01",
    "records/CSPA/?on=2027-03-01",
    "patchwork/?on=2027-03-01&cell=train|counterterrorism",
    "patchwork/?on=2027-03-01&columns=partner",
    "patchwork/crowds/?on=2027-03-01",
    "patchwork/gaps/?on=2027-03-01",
    "patchwork/titles/?on=2027-03-01",
    "patchwork/history/?last=2026",
    "patchwork/consolidation/?on=2027-03-01",
    f"mechanisms/?{KENYA}",
    "gates/",
    "gates/leahy/?on=2027-03-01",
    "calendar/?fy=2027",
    "amounts/?day=2027-03-01",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_says_what_it_is_not_and_how_sure_it_is(signed_in, address):
    answer = signed_in("vera").get(f"/authorities/{address}")
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "Planning aid, not legal advice" in text
    shows_records = re.search(r'href="/authorities/records/[^"]', text)
    assert not shows_records or re.search(
        r'class="(tag|sure) (verified|partly|recalled|check)"', text
    )
    assert "None" not in re.sub(r"<[^>]+>", "", text).replace("None recorded", "")


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_has_anything_inline_or_ids_twice(signed_in, address):
    text = signed_in("vera").get(f"/authorities/{address}").content.decode()
    # What stands inside a server-drawn figure are presentation attributes.
    assert not re.search(r"<[a-z][^>]* style=|<[a-z][^>]* on[a-z]+=|<style|<script>", text)
    ids = re.findall(r' id="([^"]+)"', text)
    assert sorted(set(ids)) == sorted(ids)


def test_every_page_is_looked_at_here():
    patterns = {
        str(p.pattern).partition("<")[0] for p in urlpatterns if str(p.pattern).endswith("/")
    }
    assert {p for p in patterns if not any(a.startswith(p) for a in ADDRESSES)} == set()
