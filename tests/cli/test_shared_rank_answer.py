from pathlib import Path

import pytest

from comity.cli.shared_rank_answer import RankFiles, rank_payload, rank_rows, rank_title
from comity.terms.errors import FileError
from tests.reports.small_world import small_scores


def test_rank_statistics_stand_beside_the_scores():
    scores = small_scores()
    drawn = scores.rank_intervals(draws=20, seed=1)
    rows = rank_rows(scores, drawn)
    assert rows[0]["rank_q05"] <= rows[0]["rank_q95"]
    assert rows[-1]["rank"] is None or rows[-1]["rank_q05"] is not None
    payload = rank_payload(scores, drawn, rows)
    assert payload["draws"] == 20
    assert payload["provenance"]["seed"] == 1
    assert "20 draws" in rank_title(scores, drawn)
    assert "draws" not in rank_title(scores, None)


def test_destinations_are_checked_before_anything_is_computed(tmp_path):
    with pytest.raises(FileError, match=r"\.html"):
        RankFiles(html=tmp_path / "brief.txt")
    with pytest.raises(FileError, match="folder"):
        RankFiles(draws=Path(tmp_path / "no" / "draws.parquet"))
    assert RankFiles(draws=tmp_path / "d.parquet").need_draws
