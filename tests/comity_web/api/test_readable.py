from comity_web.api.description import document
from comity_web.api.readable import groups, paragraphs, shapes


def test_every_operation_stands_under_its_heading():
    found = dict(groups(document()))
    assert list(found)[:2] == ["Partners and data", "Assessment"]
    number = sum(len(methods) for methods in document()["paths"].values())
    assert sum(map(len, found.values())) == number


def test_a_field_is_said_in_words_with_its_bounds():
    shown = {one.name: one for _, rows in groups(document()) for one in rows}
    fields = {field.name: field for field in shown["read_rank_intervals"].fields}
    assert fields["draws"].kind == "integer, at least 10, at most 10000"
    assert fields["group"].kind == "text, at most 200 characters"
    assert shown["put_priority"].body == "NewPriority"
    assert shown["list_partners"].answer == "Page_PartnerRow_"
    assert dict(shown["list_partners"].statuses)["404"].startswith("There is no such thing")


def test_shapes_lead_to_one_another():
    found = {name: {f.name: f for f in fields} for name, _, fields in shapes(document())}
    assert found["ScoresAnswer"]["partners"].shape == "ScoreRow"
    assert found["ScoreRow"]["rank"].kind == "integer or null"


def test_a_text_is_cut_into_paragraphs_with_its_code():
    assert paragraphs("Send `limit`\nand go.\n\nMore.\n") == [
        [("Send ", False), ("limit", True), (" and go.", False)],
        [("More.", False)],
    ]
