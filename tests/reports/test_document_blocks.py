import json

from comity.reports.document_blocks import Document, Heading, Note, Paragraph, Table


def test_blocks_say_what_they_are_in_json():
    blocks = (Heading("h"), Paragraph("p"), Note("n"), Table(("a",), (("1",),), (1.0,)))
    made = Document("t", "s", "b", (("label", "text"),), blocks, "f").to_dict()
    kinds = [block["kind"] for block in json.loads(json.dumps(made))["blocks"]]
    assert kinds == ["heading", "paragraph", "note", "table"]
