"""The panel that every command uses: the one in the package, with the user's imports over it."""

from importlib.resources import files
from pathlib import Path

from comity.terms.errors import FileError
from comity.world.home import import_files
from comity.world.manifest import Manifest
from comity.world.merging import merge_panels
from comity.world.panel import Panel
from comity.world.storage import read_manifest, read_panel


def embedded_path() -> Path:
    """Where the reference panel lies in the installed package."""
    return Path(str(files("comity.world").joinpath("data", "panel.parquet")))


def load_panel(*, imports: bool = True, path: Path | None = None) -> Panel:
    """Read the reference panel and lay the user's imports over it.

    Parameters
    ----------
    imports
        Whether the user's imports count; without them every installation has the same panel.
    path
        A panel that ``comity world build`` wrote, in place of the one in the package.

    Raises
    ------
    FileError
        If a file is missing or damaged; for an import the mend is to take it out.
    """
    base = read_panel(path or embedded_path())
    return merge_panels(base, [_read_import(entry) for entry in import_files()] if imports else [])


def load_manifest(*, imports: bool = True, path: Path | None = None) -> Manifest:
    """What :func:`load_panel` is compiled from: every source with its vintage, licence and files."""
    base = read_manifest(path or embedded_path())
    return base.merged([read_manifest(entry) for entry in import_files()] if imports else [])


def _read_import(entry: Path) -> Panel:
    try:
        return read_panel(entry)
    except FileError as problem:
        raise FileError(
            entry,
            problem.what,
            mend=f"Take it out with: comity world import --remove {entry.stem}",
        ) from None
