import re
from collections import Counter
from datetime import date

import pytest

from comity.authorities.answer_listing import verdict_in_words
from comity.authorities.catalogue import catalogue
from comity.authorities.combine import combine
from comity.authorities.finder import find
from comity.authorities.query import Query
from comity.reports.authorities_finder_page import finder_page
from comity.terms.authority import Verdict
from tests.authorities.asking import partner
from tests.reports.test_authorities_page import Reader

ON = date(2027, 3, 1)
QUERY = Query(
    "train", ON, purpose="counterterrorism", partner=partner(), today=date(2027, 2, 20),
    aim="build-capacity",
)  # fmt: skip


def read(html):
    reader = Reader()
    reader.feed(html)
    assert reader.open == []
    return reader


@pytest.fixture(scope="module")
def answer():
    return find(QUERY)


@pytest.fixture(scope="module")
def html(answer):
    return finder_page([answer], ["Train Kenya's <army>"])


def test_every_authority_is_there_with_its_verdict_and_badge(html, answer):
    cards = {card["id"]: card for card in read(html).articles}
    assert set(cards) == {record.id for record in catalogue()}
    for judgement in answer.judgements:
        assert cards[judgement.authority.id]["data-verdict"] == verdict_in_words(judgement)
    assert len(re.findall(r'class="badge ', html)) == len(catalogue())
    assert html.count("<dt>reasons</dt>") == len(catalogue())
    assert html.count("<dt>approvals</dt>") == len(catalogue())


def test_the_counts_are_those_of_the_finder_and_sum_to_the_catalogue(html, answer):
    row = re.search(r"can carry an activity</th>(.*?)</tr>", html)[1]
    alone = [int(number) for number in re.findall(r"<td>(\d+)</td>", row)]
    assert alone[:3] == [len(answer.usable), len(answer.conditional), len(answer.to_check)]
    total = re.search(r'scope="row">all</th>(.*?)</tr>', html)[1]
    numbers = [int(number) for number in re.findall(r"<td>(\d+)</td>", total)]
    assert sum(numbers[:-1]) == numbers[-1] == len(catalogue())
    told = Counter(verdict_in_words(judgement) for judgement in answer.judgements)
    assert numbers[4] == told["not usable"] > 0


def test_the_question_banner_and_disclaimer_stand_on_it(html):
    assert "Train Kenya&#39;s &lt;army&gt;" in html
    assert "aim: build-capacity" in html
    assert "219 records, last checked" in html
    assert '<option value="usable">usable (0)</option>' in html
    assert html.count("UNCLASSIFIED") == 2
    assert "Planning aid, not legal advice." in html


def test_steps_have_dates_and_a_past_day_is_called_late(html):
    card = html[html.index('<article id="T10-333"') :]
    card = card[: card.index("</article>")]
    assert "so by 2027-02-14" in card
    assert "TOO LATE" in card
    assert "a day is past" in card
    assert "O&amp;M Defense-wide" in card
    assert "quarterly" in card


def test_what_is_unusable_says_why_and_invents_no_steps(html, answer):
    ended = next(j for j in answer.judgements if j.authority.id == "T10-2282")
    assert ended.verdict is Verdict.NOT_USABLE
    card = html[html.index('<article id="T10-2282"') :]
    card = card[: card.index("</article>")]
    assert "none worked out" in card
    assert ended.reasons[0].split(":")[0] in card


def test_near_misses_link_to_their_cards(html, answer):
    for judgement in answer.near_misses():
        assert f'<a href="#{judgement.authority.id}">' in html


def test_a_package_shows_sets_and_a_question_filter():
    needs = [Query(word, ON, partner=partner()) for word in ("train", "equip", "exercise")]
    found = combine(needs)
    html = finder_page(found.answers, ["first", "second", "third"], found)
    reader = read(html)
    assert len({card["id"] for card in reader.articles}) == 3 * len(catalogue())
    assert "question" in reader.fields == reader.labels
    assert "</strong> in part 3" in html
    assert "Sets of authorities" in html
    for record in found.options[0].authorities:
        assert record.citation in html[: html.index("<main")]


def test_a_part_that_nobody_carries_is_named():
    needs = [Query("train", ON, partner=partner()), Query("construction", ON, recipient="police",
             partner=partner(listed=("state-sponsor",)))]  # fmt: skip
    found = combine(needs)
    html = finder_page(found.answers, ["first", "second"], found)
    assert [q.activity for q in found.uncovered] == ["construction"]
    assert "Nobody carries: second" in html


def test_it_needs_no_network(html):
    assert read(html).fetched == []
    assert "url(" not in html
    assert "script-src" in html
