import io
import subprocess

import docx
import pytest
from docx.oxml.ns import qn

from comity.reports.evaluation_blocks import evaluation_document
from comity.reports.evaluation_docx import docx_document
from tests.evaluate.records import DAY, but, example


def drawn(record=None):
    return docx.Document(io.BytesIO(docx_document(evaluation_document(record or example(), DAY))))


def test_headings_are_headings():
    word = drawn()
    named = [p.text for p in word.paragraphs if p.style.name == "Heading 1"]
    assert named[0] == "Summary"
    assert len(named) == 11
    assert word.paragraphs[0].style.name == "Title"


def test_tables_repeat_their_first_row_and_hold_the_text():
    tables = drawn().tables
    findings = next(t for t in tables if t.rows[0].cells[1].text == "Finding")
    assert findings.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert findings.rows[4].cells[0].text == "F4"
    assert "Provisional" in findings.rows[4].cells[1].text


def test_marking_and_page_number_on_every_page():
    section = drawn().sections[0]
    assert section.header.paragraphs[0].text.startswith("Unclassified")
    assert "PAGE" in section.footer.paragraphs[0]._p.xml


def test_properties():
    core = drawn().core_properties
    assert (core.title, core.author) == (example().title, "Comity")
    assert core.created.year == 2000


def test_a_draft_is_marked():
    word = drawn(but(example(), "findings", "F1", evidence=()))
    note = next(p for p in word.paragraphs if p.text.startswith("Draft"))
    assert note._p.pPr.find(qn("w:shd")) is not None


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_opens_it(soffice, tmp_path):
    path = tmp_path / "report.docx"
    path.write_bytes(docx_document(evaluation_document(example(), DAY)))
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "txt:Text",
            "--outdir",
            str(tmp_path),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert "Five levels" in (tmp_path / "report.txt").read_text(encoding="utf-8-sig")
