import pytest


@pytest.mark.parametrize("kind", ["parquet", "csv", "json", "html", "toml", "data"])
def test_each_kind_is_a_file_with_a_name(signed_in, finished, kind):
    job = finished()
    answer = signed_in("petra").get(f"/evaluate/runs/{job.pk}/export/{kind}/")
    assert answer.status_code == 200
    assert f"tiny-open-run-{job.pk}" in answer["Content-Disposition"]
    assert len(answer.content) > 500


def test_what_there_is_not_is_said(signed_in, finished):
    job = finished()
    answer = signed_in("petra").get(f"/evaluate/runs/{job.pk}/export/docx/")
    assert answer.status_code == 404
    assert "download" in answer.content.decode()
