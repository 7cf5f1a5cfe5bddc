from datetime import date

from comity.authorities.consolidate import consolidate


def test_it_says_what_goes_and_whom_it_touches(signed_in):
    page = signed_in("vera").get("/authorities/patchwork/consolidation/?on=2027-03-01&cut=3")
    text = page.content.decode()
    found = consolidate(date(2027, 3, 1), cut=3)
    assert (
        f"{found.before} authorities that can carry an activity would become {found.after}" in text
    )
    assert "The merges shown are a Comity default, not RAND&#x27;s." in text
    for merge in found.merges:
        assert " + ".join(merge.ids) in text


def test_nothing_to_merge_is_said(signed_in):
    text = (
        signed_in("vera")
        .get("/authorities/patchwork/consolidation/?on=2027-03-01&title=Title+22&least=100")
        .content.decode()
    )
    assert "Nothing to merge" in text
    assert "nothing overlaps enough" in text


def test_a_third_side_is_refused(signed_in):
    answer = signed_in("vera").get("/authorities/patchwork/consolidation/?title=Title+50")
    assert answer.status_code == 400
