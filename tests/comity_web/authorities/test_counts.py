from comity.authorities.catalogue import catalogue
from comity_web.authorities.counts import counts_by_title


def test_the_counts_add_up_to_the_catalogue():
    rows = counts_by_title()
    assert sum(row["total"] for row in rows) == len(catalogue())
    assert all(sum(n for _, n in row["cells"]) == row["total"] for row in rows)


def test_the_shares_verified_agree_with_that_of_the_whole():
    verified = sum(row["verified"] * row["total"] for row in counts_by_title())
    assert verified / len(catalogue()) == catalogue().verified_share()
