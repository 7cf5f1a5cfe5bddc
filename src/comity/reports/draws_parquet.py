"""Every draw of a run as one Parquet table, for other tools."""

import io

from comity.assess.rank_intervals import RankIntervals
from comity.terms.errors import InputError


def draws_bytes(intervals: RankIntervals) -> bytes:
    """Write the score and rank of every partner in every draw.

    Returns
    -------
    bytes
        Parquet with the columns ``draw`` (from zero), ``partner``, ``score`` and ``rank``; its
        metadata say how to replay a draw.
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq

    scores, ranks = intervals.draws.scores, intervals.draws.ranks
    if scores is None or ranks is None:
        raise InputError("The draws were not kept; draw with keep=True.")
    draws, n = scores.shape
    partner = pa.DictionaryArray.from_arrays(
        pa.array(np.tile(np.arange(n, dtype=np.int16), draws)), pa.array(intervals.partners)
    )
    table = pa.table(
        {
            "draw": pa.array(np.repeat(np.arange(draws, dtype=np.int32), n)),
            "partner": partner,
            "score": pa.array(scores.ravel()),
            "rank": pa.array(ranks.ravel().astype(np.int16)),
        }
    ).replace_schema_metadata(
        {
            "seed": str(intervals.draws.seed),
            "recipe": intervals.provenance.recipe,
            "data": intervals.provenance.data,
            "comity": intervals.provenance.version,
        }
    )
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()
