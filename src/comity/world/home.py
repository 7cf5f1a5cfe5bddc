"""Where a user's own imports live."""

import os
from pathlib import Path

IMPORTS = "imports"


def home() -> Path:
    """Comity's folder of this user: ``COMITY_HOME`` where it is set, else the system's place."""
    from platformdirs import user_data_dir

    chosen = os.environ.get("COMITY_HOME", "")
    return Path(chosen).expanduser() if chosen else Path(user_data_dir("comity", appauthor=False))


def import_files() -> list[Path]:
    """The user's imports, then the derived topics that were computed again from them."""
    folder = home() / IMPORTS
    return [*sorted(folder.glob("*.parquet")), *sorted(folder.glob("derived/*.parquet"))]
