"""The reader of Vine's list of bases, in its encoding."""

from pathlib import Path

import pytest

from comity.terms.errors import FileError
from comity.world.sources.bases import parse

TEXT = """countryname,ccode,iso3c,basename,lat,lon,base,lilypad,fundedsite
Germany,255,DEU,Büchel,50.1,7.0,1,0,0
Germany,255,DEU,Ramstein,49.4,7.6,1,0,0
Greenland,390,DNK,Thule,76.5,-68.7,1,0,0
Georigia,372,GEO,Krtsanisi,41.6,44.9,0,1,1
Atlantis,NA,NA,Somewhere,NA,NA,1,0,0
"""


def write(path: Path, text=TEXT) -> Path:
    file = path / "basedata.csv"
    file.write_text(text, encoding="latin-1")
    return file


def test_sites_are_counted_where_they_lie(tmp_path):
    frame = parse(write(tmp_path).parent).set_index(["indicator", "partner"])["value"]
    assert frame["bases.sites", "DEU"] == 2
    assert frame["bases.major", "GRL"] == 1
    assert frame["bases.funded", "GEO"] == 1
    assert ("bases.sites", "DNK") not in frame.index


def test_unknown_places_are_told(tmp_path):
    assert parse(write(tmp_path)).attrs["dropped"] == ["Atlantis: 1 rows without a partner."]


def test_a_flag_that_is_none_is_refused(tmp_path):
    with pytest.raises(FileError, match="line 2: the column 'base' says"):
        parse(write(tmp_path, TEXT.replace("7.0,1,0,0", "7.0,2,0,0")))


@pytest.mark.publisher
def test_all_sites_of_the_list(publisher_data):
    """414 sites in SOURCE.md."""
    frame = parse(publisher_data / "us-troops-bases-exercises")
    assert frame.attrs["dropped"] == []
    assert frame.loc[frame["indicator"] == "bases.sites", "value"].sum() == 414
