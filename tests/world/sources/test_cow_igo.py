import pytest

from comity.terms.errors import FileError
from comity.world.sources.cow_igo import parse
from tests.world.sources.extracts import extract, figure

HEADER = "ccode,year,sum_igo_full,sum_igo_associate,sum_igo_observer,sum_igo_anytype\n"


def test_seats_by_kind(tmp_path):
    frame = parse(extract(tmp_path, HEADER + "501,2010,77,1,2,80\n"))
    assert figure(frame, "cow_igo.full_memberships", "KEN", 2010) == 77
    assert figure(frame, "cow_igo.observer_seats", "KEN", 2010) == 2


def test_other_table_is_refused(tmp_path):
    with pytest.raises(FileError, match="lacks 'sum_igo_full'"):
        parse(extract(tmp_path, "ccode,year,state,AAAID\n501,2010,kenya,1\n"))


@pytest.mark.publisher
def test_kinds_add_up(publisher_data):
    frame = parse(publisher_data / "correlates-of-war")
    wide = frame.pivot(index=["partner", "year"], columns="indicator", values="value")
    parts = wide[
        ["cow_igo.full_memberships", "cow_igo.associate_memberships", "cow_igo.observer_seats"]
    ]
    assert (parts.sum(axis=1) == wide["cow_igo.all_memberships"]).all()
    assert len(wide) == 5533
