import io
import json

import pandas as pd
import pytest

from comity.terms.errors import DataMissing, UnknownName
from comity_web.world.downloads import (
    attribution,
    check_kind,
    csv_chunks,
    json_chunks,
    one_indicator,
    one_partner,
    parquet_bytes,
    sources_of,
    whole_panel,
)
from comity_web.world.evidence import panel

PART = "wgi.rule_of_law"


def from_csv(part):
    return pd.read_csv(
        io.BytesIO(b"".join(csv_chunks(part))), keep_default_na=False, na_values=[""]
    )


def from_json(part):
    return json.loads(b"".join(json_chunks(part)))


def test_csv_holds_every_row_of_the_part_with_its_terms():
    frame = from_csv(one_indicator(PART))
    rows = panel().rows_of(PART)
    assert len(frame) == rows.stop - rows.start
    assert frame["value"].tolist() == panel().value[rows].tolist()
    assert set(frame["licence"]) == {"O"}
    assert set(frame["source"]) == {"wgi"}
    assert frame["error"].notna().all()


def test_json_says_the_same_and_whom_to_name():
    part = one_partner("Kenya")
    told, frame = from_json(part), from_csv(part)
    assert told["columns"] == list(frame.columns)
    assert [row[4] for row in told["rows"]] == pytest.approx(frame["value"].tolist(), rel=1e-14)
    assert told["attribution"] == attribution(part)
    assert {row[0] for row in told["rows"]} == {"KEN"}


def test_a_missing_error_is_null_and_an_empty_cell():
    part = one_indicator("unga.agreement_usa")
    assert from_json(part)["rows"][0][5] is None
    assert from_csv(part)["error"].isna().all()


def test_parquet_carries_the_attribution_inside():
    import pyarrow.parquet as pq

    part = one_indicator(PART)
    file = pq.ParquetFile(io.BytesIO(parquet_bytes(part)))
    said = file.metadata.metadata[b"comity.attribution"].decode()
    assert "Worldwide Governance Indicators" in said
    assert "CC BY 4.0" in said
    assert file.read().to_pandas()["value"].tolist() == from_csv(part)["value"].tolist()


def test_a_partner_without_any_figure_gives_a_header_and_no_row():
    part = one_partner("ATA") if "ATA" not in panel().partners else one_partner("BVT")
    assert len(from_csv(part)) == 0
    assert from_json(part)["rows"] == []
    assert sources_of(part) == []


def test_the_whole_panel_is_all_of_it_in_pieces():
    chunks = csv_chunks(whole_panel())
    assert next(chunks).startswith(b"partner,name,indicator,year")
    assert next(chunks).count(b"\n") == 20_000
    assert len(whole_panel().rows) == len(panel().value)


def test_every_source_of_the_panel_is_named_with_its_licence_class():
    text = "\n".join(attribution(whole_panel()))
    for record in sources_of(whole_panel()):
        assert f"{record.id}: " in text
        assert record.licence_name in text
    assert "may forbid passing it on" not in text, "nothing that ships may forbid it"


def test_what_an_import_forbids_is_said(monkeypatch):
    from dataclasses import replace

    from comity_web.world import downloads

    held = downloads.manifest()
    closed = [replace(r, licence="NC") if r.id == "wgi" else r for r in held.sources]
    monkeypatch.setattr(downloads, "manifest", lambda: replace(held, sources=tuple(closed)))
    assert "may forbid passing it on" in "\n".join(attribution(one_indicator(PART)))


def test_what_is_not_offered_is_refused():
    with pytest.raises(UnknownName, match="format"):
        check_kind("xls")
    with pytest.raises(UnknownName):
        one_indicator("no.such")
    with pytest.raises(DataMissing, match="comity world import troops"):
        one_indicator("troops.active_duty")
