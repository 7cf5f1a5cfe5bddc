"""A document as Word: real headings and tables whose first row repeats on each page."""

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from comity.reports.document_blocks import Document, Heading, Note, Paragraph, Table

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_INK, _QUIET, _BLUE = "1B2733", "55636F", "005A8F"
_WIDTH_CM = 17.0
# The template that comes with python-docx is stamped 2013; the record has its own dates.
_STAMP = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def docx_document(document: Document) -> bytes:
    """Draw a document as a Word file (.docx)."""
    import docx
    from docx.shared import Cm

    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    _styles(word)
    _margins(word, document)
    _properties(word, document)
    word.add_heading(document.title, level=0)
    word.add_paragraph(document.subtitle, style="Subtitle")
    _facts(word, document.facts)
    for block in document.blocks:
        _draw(word, block)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _draw(word: "WordDocument", block: Heading | Paragraph | Note | Table) -> None:
    if isinstance(block, Heading):
        word.add_heading(block.text, level=1)
    elif isinstance(block, Paragraph):
        word.add_paragraph(block.text)
    elif isinstance(block, Note):
        _shade(_xml(word.add_paragraph(block.text)).get_or_add_pPr(), "FDF1DC")
    else:
        _table(word, block)


def _styles(word: "WordDocument") -> None:
    from docx.shared import Pt, RGBColor

    looks = {
        "Normal": ("Georgia", 10.5, _INK, False),
        "Title": ("Arial", 20, _INK, True),
        "Subtitle": ("Arial", 11, _QUIET, False),
        "Heading 1": ("Arial", 13, _BLUE, True),
        "Header": ("Arial", 8, _QUIET, False),
        "Footer": ("Arial", 8, _QUIET, False),
    }
    for name, (font, size, colour, bold) in looks.items():
        style = word.styles[name]
        style.font.name, style.font.size = font, Pt(size)
        style.font.color.rgb = RGBColor.from_string(colour)
        style.font.bold, style.font.italic = bold, False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[theme]
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(_qualified(f"w:{script}"), font)
    word.styles["Normal"].paragraph_format.space_after = Pt(6)
    word.styles["Heading 1"].paragraph_format.space_before = Pt(16)
    word.styles["Heading 1"].paragraph_format.space_after = Pt(6)
    border = word.styles["Title"].element.pPr.find(_qualified("w:pBdr"))
    if border is not None:
        word.styles["Title"].element.pPr.remove(border)
    word.styles["Title"].paragraph_format.space_after = Pt(2)


def _margins(word: "WordDocument", document: Document) -> None:
    """Put the marking at the top of each page; what made the document, and the page, below."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    head = word.sections[0].header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.add_run(document.banner)
    foot = word.sections[0].footer.paragraphs[0]
    foot.add_run(f"{document.footer}, page ")
    _page_number(foot)


def _page_number(paragraph: Any) -> None:
    from docx.oxml import OxmlElement

    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(_qualified("w:fldCharType"), kind)
        else:
            element.text = text
        _xml(run).append(element)


def _properties(word: "WordDocument", document: Document) -> None:
    core = word.core_properties
    core.title, core.subject = document.title, document.subtitle
    core.author, core.comments, core.language = "Comity", document.banner, "en"
    core.created = core.modified = _STAMP
    core.last_modified_by = "Comity"


def _facts(word: "WordDocument", facts: tuple[tuple[str, str], ...]) -> None:
    table = _grid(word, len(facts), (0.2, 0.8))
    for row, (label, text) in zip(table.rows, facts, strict=True):
        _write(row.cells[0], label, colour=_QUIET)
        _write(row.cells[1], text)
        for cell in row.cells:
            _shade(_xml(cell).get_or_add_tcPr(), "F3F6F8")
    word.add_paragraph()


def _table(word: "WordDocument", block: Table) -> None:
    from docx.oxml import OxmlElement

    table = _grid(word, len(block.rows) + 1, block.widths)
    _rules(table)
    for cell, text in zip(table.rows[0].cells, block.header, strict=True):
        _write(cell, text or "No.", bold=True, colour=_QUIET, size=8)
    _xml(table.rows[0]).get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row, texts in zip(list(table.rows)[1:], block.rows, strict=True):
        _xml(row).get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, text in zip(row.cells, texts, strict=True):
            _write(cell, text, size=9)
    word.add_paragraph()


def _grid(word: "WordDocument", rows: int, widths: tuple[float, ...]) -> Any:
    from docx.shared import Cm

    table = word.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    for column, share in zip(table.columns, widths, strict=True):
        column.width = Cm(_WIDTH_CM * share)
        for cell in column.cells:
            cell.width = Cm(_WIDTH_CM * share)
    return table


def _write(
    cell: Any, text: str, *, bold: bool = False, colour: str = _INK, size: float = 10
) -> None:
    from docx.shared import Pt, RGBColor

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
    for i, line in enumerate(text.split("\n")):
        run = paragraph.add_run()
        if i:
            run.add_break()
        run.add_text(line)
        run.bold, run.font.size = bold, Pt(size)
        run.font.color.rgb = RGBColor.from_string(colour)


def _rules(table: Any) -> None:
    """Thin lines between rows, none between columns."""
    from docx.oxml import OxmlElement

    borders = OxmlElement("w:tblBorders")
    for edge, size in (("top", "8"), ("bottom", "4"), ("insideH", "4")):
        line = OxmlElement(f"w:{edge}")
        for key, value in (("val", "single"), ("sz", size), ("color", "C3CCD4")):
            line.set(_qualified(f"w:{key}"), value)
        borders.append(line)
    _xml(table).tblPr.append(borders)


def _shade(properties: Any, fill: str) -> None:
    from docx.oxml import OxmlElement

    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shade.set(_qualified(f"w:{key}"), value)
    properties.append(shade)


def _xml(thing: Any) -> Any:
    """The XML behind a piece of the document; python-docx has no public door to it."""
    return thing._element  # noqa: SLF001


def _qualified(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))
