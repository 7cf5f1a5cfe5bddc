from comity_web.assess import warm_up
from comity_web.site import computed


def test_the_first_visitor_finds_the_start_page_ready(db, client, people):
    computed.forget_computed()
    warm_up.run()
    ready = set(computed._kept)
    client.force_login(people["vera"], backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/").status_code == 200
    assert set(computed._kept) == ready
