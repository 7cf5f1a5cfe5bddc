"""Multiverse analysis: every specification of a study, streamed, stopped, resumed, spread out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from comity.evaluate.multiverse_block import Block, joined, run_block
from comity.evaluate.multiverse_files import Manifest, open_folder, read_results, write_part
from comity.evaluate.multiverse_groups import CrossProductStore
from comity.evaluate.specifications import Universe
from comity.evaluate.study_columns import StudyColumns
from comity.methods.blocks import run_blocks
from comity.terms.errors import FileError

if TYPE_CHECKING:
    import pandas as pd

BLOCK = 4_096
_STORES: dict[str, CrossProductStore] = {}


@dataclass(frozen=True, slots=True, eq=False)
class BlockWork:
    """Estimates a block by its number; travels to threads and to a cluster.

    Parameters
    ----------
    universe, columns
        The specifications and the columns that they use.
    size
        Specifications in one block.
    token
        Digest of study and data, by which a process finds the cross products it already has.
    """

    universe: Universe
    columns: StudyColumns
    size: int
    token: str

    def __call__(self, number: int) -> tuple[int, Block]:
        """Estimate one block."""
        store = _STORES.setdefault(self.token, CrossProductStore())
        first = number * self.size
        numbers = np.arange(first, min(first + self.size, len(self.universe)), dtype=np.int64)
        return number, run_block(self.universe, self.columns, numbers, store)


def run_multiverse(
    universe: Universe,
    columns: StudyColumns,
    folder: Path,
    *,
    data: str,
    block: int = BLOCK,
    threads: int = 1,
    scheduler: str | None = None,
    limit: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> bool:
    """Estimate every specification that a folder does not hold yet.

    Each block is written as soon as it is done, so a run can be stopped at any moment and
    started again. What a block holds depends on the study, the data and the block's number only.

    Parameters
    ----------
    folder
        Where the Parquet files go.
    data
        Digest of the values that were read.
    block
        Specifications in one file.
    threads, scheduler
        Where the blocks run.
    limit
        Stop after this many blocks.
    progress
        Called with the blocks done and all blocks.

    Returns
    -------
    bool
        Whether the folder is complete.

    Raises
    ------
    FileError
        If the folder holds results of another study, other data or another version.
    """
    manifest = Manifest(universe.study.name, universe.digest, data, len(universe), block)
    waiting = open_folder(folder, manifest)
    chosen = waiting if limit is None else waiting[:limit]
    work = BlockWork(universe, columns, block, f"{universe.digest}-{data}")
    done = manifest.blocks - len(waiting)
    try:
        for number, found in run_blocks(work, chosen, threads=threads, scheduler=scheduler):
            write_part(folder, number, universe, found)
            done += 1
            if progress is not None:
                progress(done, manifest.blocks)
    finally:
        _STORES.pop(work.token, None)
    return done == manifest.blocks


def estimate_all(universe: Universe, columns: StudyColumns, *, block: int = BLOCK) -> Block:
    """Estimate every specification in memory, for a universe that fits there."""
    work = BlockWork(universe, columns, block, f"{universe.digest}-memory-{id(columns)}")
    try:
        parts = [found for _, found in run_blocks(work, range(-(-len(universe) // block)))]
    finally:
        _STORES.pop(work.token, None)
    return joined(parts)


def results_of(folder: Path, universe: Universe) -> "pd.DataFrame":
    """Results of a complete folder.

    Raises
    ------
    FileError
        If blocks are missing.
    """
    frame = read_results(folder)
    if len(frame) < len(universe):
        raise FileError(
            folder,
            f"only {len(frame):,} of {len(universe):,} specifications are done.",
            mend="Run the same command again to finish.",
        )
    return frame
