from datetime import date

from comity.authorities.crowds import crowds


def test_the_largest_crowd_comes_first(signed_in):
    text = (
        signed_in("vera")
        .get("/authorities/patchwork/crowds/?on=2027-03-01&most=5")
        .content.decode()
    )
    best = crowds(date(2027, 3, 1), most=1)[0]
    assert f"At most {len(best.sure)} authorities serve the same thing" in text
    assert text.count('<th scope="row">') == 5


def test_each_partner_apart(signed_in):
    text = (
        signed_in("vera")
        .get("/authorities/patchwork/crowds/?on=2027-03-01&by=partner&among=KEN&most=2")
        .content.decode()
    )
    assert "<td>Kenya</td>" in text
