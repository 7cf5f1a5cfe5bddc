def test_one_that_is_meant_is_gone_to(signed_in):
    assert signed_in("vera").get("/find/?q=burma")["Location"] == "/partners/MMR/"


def test_several_are_listed(signed_in):
    page = signed_in("vera").get("/find/?q=korea")
    text = page.content.decode()
    assert page.status_code == 200
    assert 'href="/partners/KOR/"' in text
    assert 'href="/partners/PRK/"' in text


def test_none_suggests_the_nearest(signed_in):
    page = signed_in("vera").get("/find/?q=Germny")
    assert page.status_code == 404
    assert 'href="/find/?q=Germany"' in page.content.decode()


def test_nothing_asked_shows_the_form(signed_in):
    page = signed_in("vera").get("/find/")
    assert page.status_code == 200
    assert "<h1>Find a partner</h1>" in page.content.decode()


def test_what_is_asked_is_escaped(signed_in):
    assert "<script>alert" not in signed_in("vera").get("/find/?q=<script>alert").content.decode()
