from comity.authorities.catalogue import catalogue
from comity_web.authorities import statuses, warm_up
from comity_web.authorities.word_fields import today


def test_the_first_visitor_finds_partners_sorted_and_the_catalogue_read(monkeypatch):
    warm_up.run()
    assert catalogue.cache_info().currsize == 1
    monkeypatch.setattr(statuses, "every_status", lambda on: 1 / 0)
    assert "NATO" in statuses.kinds_of_partner(today()), "it is kept, not sorted again"
