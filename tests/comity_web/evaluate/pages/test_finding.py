def test_the_curve_leads_to_every_specification(signed_in, finished):
    job = finished()
    html = signed_in("petra").get(f"/evaluate/runs/{job.pk}/claims/more/").content.decode()
    for number in range(1, 9):
        address = f'href="/evaluate/runs/{job.pk}/specification/{number}/"'
        assert html.count(address) == 2  # in the drawing and in the table
    assert 'aria-label="Specification 3: ' in html
    assert "four times in five" in html
    assert "share significant with one sign" in html


def test_the_address_holds_choices_and_the_order(signed_in, finished):
    job = finished()
    address = f"/evaluate/runs/{job.pk}/claims/more/?absorbed=year&sort=p_value"
    html = signed_in("petra").get(address).content.decode()
    assert "4 of 8 specifications" in html
    assert "<option selected>year</option>" in html
    assert f"/evaluate/runs/{job.pk}/export/csv/" in html


def test_choices_that_do_not_occur_together_are_said_to(signed_in, finished):
    job = finished()
    client = signed_in("petra")
    both = [
        client.get(f"/evaluate/runs/{job.pk}/claims/more/?kind={kind}").content.decode()
        for kind in ("negative", "positive")
    ]
    assert all("of 8 specifications" in html for html in both)
    assert client.get(f"/evaluate/runs/{job.pk}/claims/more/?kind=odd").status_code == 404


def test_a_claim_whose_data_are_missing_says_so(signed_in, finished):
    job = finished()
    html = signed_in("petra").get(f"/evaluate/runs/{job.pk}/claims/coups/").content.decode()
    assert "The data are not here: coups.all" in html


def test_there_is_no_such_claim(signed_in, finished):
    job = finished()
    assert signed_in("eva").get(f"/evaluate/runs/{job.pk}/claims/comets/").status_code == 404
