from django import forms


class _Question(forms.Form):
    name = forms.CharField(label="Name", help_text="As it is written on the door.")


def test_a_field_has_its_label_help_and_error():
    html = _Question({"name": ""}).render()
    assert '<label for="id_name">' in html
    assert "As it is written on the door." in html
    assert "This field is required." in html
    assert 'aria-invalid="true"' in html
