def test_the_list_says_what_runs(signed_in, queued):
    client = signed_in("eva")
    assert "Nothing has been asked for yet" in client.get("/jobs/").content.decode()
    queued()
    html = client.get("/jobs/").content.decode()
    assert "Count" in html
    assert "Waiting" in html


def test_a_viewer_may_not(signed_in):
    assert signed_in("vera").get("/jobs/").status_code == 403
