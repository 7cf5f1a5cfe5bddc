"""LibreOffice recalculates a workbook: every formula, whatever value is stored beside it."""

import subprocess
from pathlib import Path
from typing import Any

# Recalculate on load: 0 is "always".
_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def convert(soffice: str, source: Path, folder: Path, kind: str = "xlsx") -> Path:
    """Convert a document in a fresh profile and return the new file."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
    out = folder / "out"
    out.mkdir(exist_ok=True)
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(out),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return out / f"{source.stem}.{kind}"


def edit_weights(source: Path, target: Path, weights: dict[str, Any]) -> None:
    """Change weights by id, and save without any stored value of a formula."""
    from openpyxl import load_workbook

    book = load_workbook(source)
    for row in book["Weights"].iter_rows(min_row=6):
        if row[1].value in weights:
            row[4].value = weights[row[1].value]
    book.save(target)


def constructs_sheet(path: Path, partners: int) -> list[list[Any]]:
    """Rows of the sheet "Constructs" as values: code, name, score, coverage, rank, place, ..."""
    from openpyxl import load_workbook

    sheet = load_workbook(path, data_only=True)["Constructs"]
    rows = sheet.iter_rows(min_row=7, max_row=6 + partners, values_only=True)
    return [list(row) for row in rows]
