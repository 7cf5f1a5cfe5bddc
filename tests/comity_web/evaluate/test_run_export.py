import io
import json

import pandas as pd
import pytest

from comity.terms.errors import DataMissing, UnknownName
from comity_web.evaluate.run_export import EXPORTS, exported, exports_of, file_name, plain_cell
from comity_web.evaluate.run_files import TABLE, kept


def test_every_kind_can_be_opened_and_holds_the_run(finished):
    job = finished()
    found = kept(job)
    content = {kind: exported(job, found, kind) for kind in EXPORTS}
    parquet = pd.read_parquet(io.BytesIO(content["parquet"]))
    csv = pd.read_csv(io.BytesIO(content["csv"]))
    assert list(parquet["specification"]) == list(csv["specification"]) == list(range(1, 9))
    assert list(parquet["estimate"]) == [s.estimate for s in found.result.specifications]
    told = json.loads(content["json"])
    assert told["findings"][1]["verdict"] == "not run"
    assert told["findings"][1]["scale"] is None
    assert b"NaN" not in content["json"]
    page = content["html"].decode()
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert b'id = "tiny"' in content["toml"]
    assert len(pd.read_csv(io.BytesIO(content["data"]))) == found.result.rows


def test_names_say_study_way_to_measure_and_run(finished):
    job = finished()
    assert file_name(job, kept(job), "csv") == f"tiny-open-run-{job.pk}.csv"
    assert file_name(job, kept(job), "data") == f"tiny-open-run-{job.pk}-data.csv"


def test_a_table_that_was_not_kept_is_not_offered(finished):
    job = finished()
    (job.folder / TABLE).unlink()
    assert "data" not in exports_of(job)
    with pytest.raises(DataMissing, match="not copied"):
        exported(job, kept(job), "data")
    with pytest.raises(UnknownName):
        exported(job, kept(job), "docx")


def test_no_cell_is_a_formula():
    assert plain_cell("=1+1") == "'=1+1"
    assert plain_cell("partner") == "partner"
    assert plain_cell(-0.5) == -0.5
