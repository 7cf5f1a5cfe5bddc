"""What every test may use."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("COMITY_SHARED", ROOT.parent / "shared"))


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch):
    """A user's imports never leak into a test."""
    monkeypatch.setenv("COMITY_HOME", str(tmp_path_factory.mktemp("comity-home")))


@pytest.fixture(scope="session")
def publisher_data() -> Path:
    """Folder with publishers' raw files; the test is skipped where it is absent."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("publishers' raw files are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """Folder with numbers that other people's software computed."""
    folder = SHARED / "fixtures"
    if not folder.is_dir():
        pytest.skip("the reference numbers are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice, which recalculates workbooks."""
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is not installed")
    return found
