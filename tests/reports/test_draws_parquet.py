import io

import numpy as np
import pyarrow.parquet as pq
import pytest

from comity.reports.draws_parquet import draws_bytes
from comity.terms.errors import InputError
from tests.reports.small_world import small_scores


def test_every_draw_comes_back_as_it_was():
    drawn = small_scores().rank_intervals(draws=30, seed=2, keep=True)
    table = pq.read_table(io.BytesIO(draws_bytes(drawn)))
    n = len(drawn.partners)
    assert table.num_rows == 30 * n
    np.testing.assert_array_equal(np.array(table["score"]).reshape(30, n), drawn.draws.scores)
    np.testing.assert_array_equal(np.array(table["rank"]).reshape(30, n), drawn.draws.ranks)
    assert table["partner"].to_pylist()[:n] == list(drawn.partners)
    assert table.schema.metadata[b"recipe"].startswith(b"small ")


def test_draws_must_have_been_kept():
    with pytest.raises(InputError, match="keep=True"):
        draws_bytes(small_scores().rank_intervals(draws=3, seed=1))
