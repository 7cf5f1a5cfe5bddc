"""A document as PDF, set by Typst, whose compiler and fonts come with its package."""

import json
from importlib.resources import files

from comity.reports.document_blocks import Document
from comity.terms.errors import DataMissing

PAPERS = ("a4", "us-letter")


def pdf_document(document: Document, paper: str = "a4") -> bytes:
    """Draw a document as a tagged PDF; the same document gives the same bytes.

    Parameters
    ----------
    document
        The document; its texts are data to Typst and are never read as markup.
    paper
        ``a4`` or ``us-letter``.

    Raises
    ------
    DataMissing
        If Typst is not installed.
    """
    try:
        import typst
    except ImportError:
        raise DataMissing(
            "PDF needs the package typst, which is not installed: pip install typst, or export "
            "Word or HTML instead."
        ) from None
    source = files("comity.reports").joinpath("templates", "document.typ").read_bytes()
    inputs = {"document": json.dumps(document.to_dict()), "paper": paper}
    compiler = typst.Compiler(source, ignore_system_fonts=True, sys_inputs=inputs)
    made = compiler.compile(format="pdf", timestamp=0)
    if not isinstance(made, bytes):
        raise DataMissing("Typst gave no document; export Word or HTML instead.")
    return made
