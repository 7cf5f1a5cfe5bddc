"""A document as one HTML file that needs nothing else: no script, no font, no picture from outside."""

from importlib.resources import files

from comity.reports.document_blocks import Document


def html_document(document: Document) -> str:
    """Draw a document as HTML; every text is escaped."""
    from jinja2 import Environment, StrictUndefined

    source = files("comity.reports").joinpath("templates", "document.html.j2").read_text("utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False)
    return environment.from_string(source).render(document=document) + "\n"
