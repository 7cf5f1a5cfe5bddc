"""A multiverse on disk: one Parquet file for each block, and a manifest that says what they are."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.evaluate.multiverse_block import Block
from comity.evaluate.specifications import Universe
from comity.terms.errors import FileError
from comity.terms.version import VERSION

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

# Readers of Parquet folders pass over names that begin so.
MANIFEST = "_manifest.json"
NUMBERS = tuple(f.name for f in fields(Block))


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder of results was computed from.

    Parameters
    ----------
    study
        Name of the study.
    recipe, data
        Digests of the study and of the values that were read.
    specifications, block
        How many there are, and how many in one file.
    version
        Version of Comity.
    """

    study: str
    recipe: str
    data: str
    specifications: int
    block: int
    version: str = VERSION

    @property
    def blocks(self) -> int:
        """Files when complete."""
        return -(-self.specifications // self.block)


def open_folder(folder: Path, manifest: Manifest) -> list[int]:
    """Blocks that are still to be done in a folder; a new folder is made.

    Raises
    ------
    FileError
        If the folder holds another study, other data, or something else.
    """
    place = folder / MANIFEST
    if folder.exists() and not folder.is_dir():
        raise FileError(folder, "this is a file.", mend="Name a folder for the results.")
    if not place.exists():
        if folder.exists() and any(folder.iterdir()):
            raise FileError(
                folder, "the folder holds something else.", mend="Name an empty or new folder."
            )
        folder.mkdir(parents=True, exist_ok=True)
        _write_whole(place, json.dumps(asdict(manifest), indent=2).encode())
    there = read_manifest(folder)
    for name, what in (("recipe", "another study"), ("data", "other data"), ("block", "other blocks"),
                       ("version", "another version of Comity")):  # fmt: skip
        if getattr(there, name) != getattr(manifest, name):
            raise FileError(
                folder, f"the results in it come from {what}.", mend="Name another folder."
            )
    return [number for number in range(manifest.blocks) if not part_path(folder, number).exists()]


def read_manifest(folder: Path) -> Manifest:
    """Read what a folder of results was computed from.

    Raises
    ------
    FileError
        If there is no manifest or it cannot be read.
    """
    place = folder / MANIFEST
    if not place.is_file():
        raise FileError(folder, "it holds no multiverse results.", mend="Run one into it first.")
    try:
        return Manifest(**json.loads(place.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as problem:
        raise FileError(place, "it is damaged.", mend="Name another folder.") from problem


def part_path(folder: Path, number: int) -> Path:
    """File of one block."""
    return folder / f"part-{number:07d}.parquet"


def write_part(folder: Path, number: int, universe: Universe, block: Block) -> None:
    """Write one block whole: choices in words, controls as true or false, and the answers."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(_table(universe, block), sink, compression="zstd")
    _write_whole(part_path(folder, number), sink.getvalue().to_pybytes())


def _table(universe: Universe, block: Block) -> "pa.Table":
    import pyarrow as pa

    chosen = universe.alternatives(block.specification)
    columns: dict[str, Any] = {}
    for at, (name, alternatives) in enumerate(universe.labels.items()):
        if name.startswith("control: "):
            columns[name] = pa.array(chosen[:, at].astype(bool))
            continue
        codes = pa.array(chosen[:, at].astype(np.int32))
        columns[name] = pa.DictionaryArray.from_arrays(codes, pa.array(list(alternatives)))
    answers = {name: pa.array(getattr(block, name)) for name in NUMBERS}
    return pa.table({"specification": answers.pop("specification"), **columns, **answers})


def _write_whole(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as problem:
        with suppress(OSError):
            part.unlink()
        raise FileError(path, f"it could not be written ({problem.strerror}).") from problem


def read_parts(folder: Path, columns: list[str] | None = None) -> Iterator["pd.DataFrame"]:
    """Frames of the blocks that are there, in order.

    Raises
    ------
    FileError
        If a file is damaged.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    for path in sorted(folder.glob("part-*.parquet")):
        try:
            yield pq.read_table(path, columns=columns).to_pandas()
        except (OSError, pa.ArrowInvalid) as problem:
            raise FileError(path, "it is damaged.", mend="Delete it and run again.") from problem


def read_results(folder: Path, columns: list[str] | None = None) -> "pd.DataFrame":
    """All results of a folder as one frame, in order of the specifications."""
    import pandas as pd

    frames = list(read_parts(folder, columns))
    if not frames:
        raise FileError(folder, "no block is complete.", mend="Run the multiverse first.")
    return pd.concat(frames, ignore_index=True)
