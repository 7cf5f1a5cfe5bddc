import sys

import pytest

from comity.reports.evaluation_blocks import evaluation_document
from comity.reports.evaluation_pdf import pdf_document
from comity.terms.errors import DataMissing
from tests.evaluate.records import DAY, example


def words(raw):
    import io

    import pdfplumber

    with pdfplumber.open(io.BytesIO(raw)) as pdf:
        return [page.extract_text() for page in pdf.pages], pdf.metadata, pdf.pages[0].width


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_pages_hold_the_record_and_the_marking():
    pytest.importorskip("typst")
    pages, metadata, width = words(pdf_document(evaluation_document(example(), DAY)))
    assert metadata["Title"].startswith("Maritime patrol")
    assert all("Unclassified" in page for page in pages)
    assert all(f"{i} / {len(pages)}" in page for i, page in enumerate(pages, 1))
    whole = "\n".join(pages)
    assert all(section in whole for section in ("Findings", "Five levels", "Recommendations"))
    assert width == pytest.approx(595, abs=1)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_texts_are_never_markup():
    pytest.importorskip("typst")
    nasty = '#panic("x") *bold* $x$ \\ "quoted" @ref <label>'
    pages, _, width = words(
        pdf_document(evaluation_document(example(title=nasty), DAY), "us-letter")
    )
    assert '#panic("x") *bold* $x$' in pages[0].replace("“", '"').replace("”", '"')
    assert width == pytest.approx(612, abs=1)


def test_the_same_document_gives_the_same_bytes():
    pytest.importorskip("typst")
    document = evaluation_document(example(), DAY)
    assert pdf_document(document) == pdf_document(document)


def test_without_typst_it_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(DataMissing, match="pip install typst"):
        pdf_document(evaluation_document(example(), DAY))
