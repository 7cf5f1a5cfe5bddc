from datetime import date

from comity.authorities.gaps import gaps


def test_it_counts_what_the_library_finds(signed_in):
    text = (
        signed_in("vera")
        .get("/authorities/patchwork/gaps/?on=2027-03-01&recipient=irregular")
        .content.decode()
    )
    found = gaps(date(2027, 3, 1), recipient="irregular")
    assert f"{len(found)} cells of activity and purpose have no sure authority" in text


def test_a_purpose_narrows_it_and_each_gap_leads_to_the_finder(signed_in):
    text = (
        signed_in("vera")
        .get(
            "/authorities/patchwork/gaps/?on=2027-03-01&recipient=police&purpose=cyber&activity=demining&partner=KEN"
        )
        .content.decode()
    )
    assert (
        'href="/authorities/?activity=demining&amp;recipient=police&amp;purpose=cyber'
        '&amp;on=2027-03-01&amp;partner=KEN"' in text
    )


def test_no_gap_is_said(signed_in):
    text = (
        signed_in("vera")
        .get(
            "/authorities/patchwork/gaps/?on=2027-03-01&recipient=military&activity=train&purpose=counterterrorism"
        )
        .content.decode()
    )
    assert "No gap" in text
