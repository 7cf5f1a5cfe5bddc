import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from comity.terms.errors import InputError
from comity_web.assess.figures_form import MOST_BYTES, FiguresForm, read_upload


def upload(content, name="plan.csv"):
    return SimpleUploadedFile(name, content.encode())


def test_figures_are_read_by_any_name_and_empty_is_missing():
    table = "partner,funding\nKenya,100\nGHA,\nCote d'Ivoire,2.5\n"
    assert read_upload(upload(table)) == {"KEN": 100.0, "CIV": 2.5}
    assert read_upload(upload("partner,funding\nKEN,1\n", "PLAN.TXT")) == {"KEN": 1.0}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("partner,funding\nKenya,100\nAtlantis,5\n", "plan.csv, line 3: There is no partner"),
        ("partner,funding\nKenya,100\nKEN,5\n", "plan.csv, line 3: 'KEN' appears twice."),
        ("partner,funding\nKenya,lots\n", "plan.csv, line 2"),
        ("partner,money\nKenya,5\n", "plan.csv"),
        ("place,funding\nKenya,5\n", "no column 'partner'"),
    ],
)
def test_mistakes_are_one_sentence_with_the_line(table, said):
    with pytest.raises(InputError) as caught:
        read_upload(upload(table))
    assert said in str(caught.value)
    assert "/tmp" not in str(caught.value)


def test_the_form_tells_the_mistake_at_the_field():
    data = {"name": "Plan", "unit": "US$", "holder": "AFRICOM"}

    def form(content):
        made = FiguresForm(data, {"table": upload(content)})
        made.fields["holder"].choices = [("AFRICOM", "AFRICOM")]
        return made

    assert form("partner,funding\nKEN,1\n").is_valid()
    assert "line 2" in str(form("partner,funding\nAtlantis,1\n").errors["table"])
    big = form("partner,funding\n" + "x" * MOST_BYTES)
    assert "larger than 1 MB" in str(big.errors["table"])
