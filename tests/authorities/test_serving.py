from datetime import date

from comity.authorities.cells import reaches
from comity.authorities.narrowing import ALL, Only
from comity.authorities.partner_axis import NOBODY, each
from comity.authorities.serving import serving
from comity.terms.partner_status import PartnerStatus
from tests.authorities.asking import small

DAY = date(2025, 6, 1)


def test_what_is_not_known_of_a_partner_makes_all_of_it_unsure():
    """Whether it belongs to the Indo-Pacific is not known, so nothing of that authority is sure."""
    found = reaches(small("NDAA16-1263"), DAY)
    labels = each([PartnerStatus("XXX", "Somewhere")])
    served = serving(found, ("activity", "partner"), ALL, labels, DAY)
    assert served.sure == {}
    assert served.unsure["train", "Somewhere"] == ["NDAA16-1263"]


def test_open_only_leaves_out_what_names_its_countries():
    found = reaches(small("NDAA16-1250", "T10-333"), DAY)
    every = serving(found, ("activity", "recipient"), ALL, NOBODY, DAY)
    open_ = serving(found, ("activity", "recipient"), Only(open_only=True), NOBODY, DAY)
    assert every.sure["train", "military"] == ["NDAA16-1250", "T10-333"]
    assert open_.sure["train", "military"] == ["T10-333"]


def test_sure_and_unsure_never_share_a_pair_of_one_record():
    found = reaches(small("T10-407"), DAY)
    served = serving(found, ("activity", "recipient"), ALL, NOBODY, DAY)
    assert not set(served.sure) & set(served.unsure)
