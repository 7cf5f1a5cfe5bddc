from tests.comity_web.authorities.asked import KENYA


def test_the_broken_link_is_shown(signed_in):
    text = (
        signed_in("vera")
        .get(f"/authorities/mechanisms/?{KENYA}&today=2027-02-20&authority=T10-333&lead_days=5")
        .content.decode()
    )
    assert "Chains: 1 broken." in text
    assert "Broken at <strong>process</strong>: the first notice must be out by 2027-02-14" in text
    assert '<li class="fail"><h4>4. Process' in text


def test_money_from_the_form_becomes_part_of_the_address(signed_in):
    client = signed_in("vera")
    answer = client.get(
        f"/authorities/mechanisms/?{KENYA}&authority=T10-333&money_account=om-dsca&money_year=2027&money_usd=9M"
    )
    assert answer.status_code == 302
    assert "money=om-dsca%3A2027%3A9M" in answer["Location"]
    assert "fiscal year 2027 holds USD 9,000,000" in client.get(answer["Location"]).content.decode()


def test_every_way_is_shown_when_none_is_named(signed_in):
    page = signed_in("vera").get(f"/authorities/mechanisms/?{KENYA}")
    assert len(page.context["chains"]) > 15
    assert "No appropriation was entered" in page.content.decode()


def test_an_authority_may_be_chosen_before_the_question(signed_in):
    text = signed_in("vera").get("/authorities/mechanisms/?authority=T10-333").content.decode()
    assert '<option value="T10-333" selected>' in text
    assert "For example" in text


def test_no_chain_leads_to_the_finder(signed_in):
    text = (
        signed_in("vera")
        .get(f"/authorities/mechanisms/?{KENYA}&authority=T10-333&program=imet")
        .content.decode()
    )
    assert "There is no chain" in text


def test_an_unknown_program_or_lead_time_is_refused(signed_in):
    client = signed_in("vera")
    assert client.get(f"/authorities/mechanisms/?{KENYA}&program=imett").status_code == 404
    assert client.get(f"/authorities/mechanisms/?{KENYA}&lead_days=long").status_code == 400
