from comity.terms.authority import Certainty
from comity_web.authorities.templatetags import law


def test_a_mention_of_a_gate_becomes_a_link_and_nothing_else_is_let_through():
    shown = law.with_gates("<b> comity authorities gate leahy, comity authorities gate nonsense")
    assert shown.startswith("&lt;b&gt; ")
    assert '<a href="/authorities/gates/leahy/">the gate leahy</a>' in shown
    assert "comity authorities gate nonsense" in shown


def test_each_certainty_has_its_tag():
    assert law.certainty(Certainty.PARTLY) == '<span class="tag partly">partly verified</span>'
    assert 'class="tag check"' in law.certainty("unknown")


def test_records_are_links_with_their_names():
    shown = law.records(["T10-333"])
    assert 'href="/authorities/records/T10-333/"' in shown
    assert "authority to build capacity" in shown
    assert 'class="sure verified"' in shown
    assert "(verified)" in shown
    assert law.records([], none="none") == "none"
    assert [r.id for r in law.as_records(["T10-321", "T10-333"])] == ["T10-321", "T10-333"]


def test_amounts_stand_in_their_unit():
    assert law.in_unit(2_000_000, "US dollars for one project") == "USD 2,000,000"
    assert law.in_unit(15, "days, counted from the start") == "15 days"
    assert law.in_unit(None, "days") == "–"


def test_words_are_written_for_people():
    assert law.spaced("air-domain-awareness") == "air domain awareness"
    assert law.disclaimer().startswith("Planning aid, not legal advice")
