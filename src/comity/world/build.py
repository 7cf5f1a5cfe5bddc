"""Compile the reference panel from publishers' files, so that anyone can rebuild and check it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from comity.terms.errors import DataMissing
from comity.world.checking import check_frame
from comity.world.deriving import derive_topics, derived_topics
from comity.world.manifest import Manifest, RawFile, SourceRecord
from comity.world.panel import Panel
from comity.world.raw_files import Found, find_files, list_files
from comity.world.source import Source, all_sources
from comity.world.stacking import to_panel
from comity.world.storage import write_panel
from comity.world.zeros import fill_zeros

if TYPE_CHECKING:
    import pandas as pd

FIRST_YEAR = 1990
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """A compiled panel and how it came about.

    Parameters
    ----------
    panel, manifest
        What :func:`comity.world.storage.write_panel` takes.
    seconds
        Time that each source and derived topic took, by id.
    skipped
        Sources that gave nothing, one sentence each.
    """

    panel: Panel
    manifest: Manifest
    seconds: dict[str, float]
    skipped: tuple[str, ...]

    def write(self, path: Path) -> Path:
        """Write the panel's file; the same raw files give the same bytes."""
        write_panel(self.panel, path, manifest=self.manifest)
        return path


def build(
    raw: Path,
    *,
    progress: Progress | None = None,
    sources: Mapping[str, Source] | None = None,
    derived: Mapping[str, Source] | None = None,
) -> BuildResult:
    """Compile the panel from every publisher's file under ``raw`` that may ship.

    Parameters
    ----------
    raw
        Folder with publishers' files, in any subfolders.
    progress
        Called with the number of steps done, the number of all, and the id of the next.
    sources, derived
        Descriptions of the readers and topics to run; all of Comity's own when left out.

    Raises
    ------
    DataMissing
        If no source's file is there.
    InputError
        If a reader refuses its file or gives rows that cannot be right.
    """
    listing = list_files(raw)
    known = all_sources() if sources is None else sources
    topics = derived_topics() if derived is None else derived
    found, skipped = _choose(known, listing)
    if not found:
        raise DataMissing(f"No publisher's file was found under {raw}; nothing was built.")
    compiled = _Compilation(len(found) + len(topics), progress)
    for name, files in found.items():
        compiled.read(known[name], files)
    compiled.derive(topics)
    return BuildResult(compiled.panel(), compiled.manifest(), compiled.seconds, tuple(skipped))


def _choose(
    sources: Mapping[str, Source], listing: list[Path]
) -> tuple[dict[str, Found], list[str]]:
    """Files of each source that may ship, and a sentence for each source that gives nothing."""
    found: dict[str, Found] = {}
    closed = [
        f"{name} ({source.licence})"
        for name, source in sources.items()
        if not source.licence.may_ship
    ]
    skipped = (
        [f"{', '.join(closed)}: may not ship; bring one with: comity world import SOURCE FILE"]
        if closed
        else []
    )
    for name, source in sources.items():
        if not source.licence.may_ship:
            continue
        files = find_files(listing, source)
        if files is None:
            skipped.append(f"{name}: no file named like {' or '.join(source.files)}.")
        else:
            found[name] = files
    return found, skipped


def read_source(source: Source, path: Path) -> "pd.DataFrame":
    """Read, check and complete one source; ``attrs["dropped"]`` says what was left out.

    Raises
    ------
    InputError
        If the reader refuses the file or gives rows that cannot be right.
    """
    checked = check_frame(source.reader()(path), source)
    filled = fill_zeros(checked, source)
    filled.attrs["dropped"] = checked.attrs["dropped"]
    return filled


def describe_rows(
    source: Source, frame: "pd.DataFrame", files: tuple[RawFile, ...], *, vintage: str = ""
) -> SourceRecord:
    """Return the manifest's record of what a source gave."""
    kept = frame[frame["year"] >= FIRST_YEAR]
    return SourceRecord(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        licence=str(source.licence),
        licence_name=source.licence_name,
        vintage=vintage or source.vintage,
        files=files,
        rows=len(kept),
        partners=int(kept["partner"].nunique()),
        first=int(kept["year"].min()) if len(kept) else 0,
        last=int(kept["year"].max()) if len(kept) else 0,
        dropped=tuple(frame.attrs.get("dropped", ())),
    )


class _Compilation:
    """What has been read so far, and how long each step took."""

    def __init__(self, steps: int, progress: Progress | None) -> None:
        self._steps, self._progress = steps, progress
        self._frames: list[pd.DataFrame] = []
        self._records: list[SourceRecord] = []
        self._described: list[Source] = []
        self.seconds: dict[str, float] = {}

    def read(self, source: Source, found: Found) -> None:
        self._say(source.id)
        begin = perf_counter()
        frame = read_source(source, found.path)
        frame.attrs["dropped"] += [
            f"A second copy, in {folder.name}, was not read." for folder in found.elsewhere
        ]
        self._keep(source, frame, tuple(RawFile.of(path) for path in found.files))
        self.seconds[source.id] = perf_counter() - begin

    def derive(self, topics: Mapping[str, Source]) -> None:
        import pandas as pd

        self._say("derived topics")
        begin = perf_counter()
        for topic, frame in derive_topics(pd.concat(self._frames, ignore_index=True), topics):
            self._keep(topic, frame, ())
            self.seconds[topic.id] = perf_counter() - begin
            self._say(topic.id)
            begin = perf_counter()

    def panel(self) -> Panel:
        import pandas as pd

        stacked = pd.concat(self._frames, ignore_index=True)
        catalogue = {i.id: i for source in self._described for i in source.indicators}
        return to_panel(stacked[stacked["year"] >= FIRST_YEAR], catalogue)

    def manifest(self) -> Manifest:
        return Manifest(tuple(sorted(self._records, key=lambda record: record.id)))

    def _keep(self, source: Source, frame: "pd.DataFrame", files: tuple[RawFile, ...]) -> None:
        self._described.append(source)
        self._records.append(describe_rows(source, frame, files))
        kept = frame.assign(vintage=source.vintage)
        kept.attrs = {}
        self._frames.append(kept)

    def _say(self, name: str) -> None:
        if self._progress:
            self._progress(len(self._records), self._steps, name)
